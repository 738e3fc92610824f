import { Pencil } from 'lucide-react';
import { NewProcess } from '@/components/processes/new-process';
import type { KnownProcess } from '@/components/processes/use-import';
import { Button, ButtonLink } from '@/components/ui/button';
import { DEMO_PEOPLE } from '@/lib/auth/demo';

export interface HeroActionsProps {
  /** Nobody has signed in; only demo mode shows the page then. */
  stranger: boolean;
  mayEdit: boolean;
  mayManage: boolean;
  known: readonly KnownProcess[];
  /** Came here to draw. */
  draw: boolean;
}

/** What this person can do first. Nothing is shown that they would be refused. */
export function HeroActions({ stranger, mayEdit, mayManage, known, draw }: HeroActionsProps) {
  if (stranger) return <DrawAsDemoPerson />;
  if (mayEdit) return <NewProcess known={known} label="Draw a process" startOpen={draw} mainFirst />;
  if (mayManage) {
    return (
      <>
        <ButtonLink href="/settings/people" variant="primary">
          Add people
        </ButtonLink>
        <ButtonLink href="/settings/providers">Connect an AI provider</ButtonLink>
      </>
    );
  }
  return <p className="text-muted">A designer draws and publishes processes; what needs you is below.</p>;
}

/** Drawing needs a person: the first of the demo, who then is asked for the name of the process. */
function DrawAsDemoPerson() {
  const [{ id, name, title }] = DEMO_PEOPLE;
  return (
    <>
      <form method="post" action="/api/demo/sign-in">
        <input type="hidden" name="personId" value={id} />
        <input type="hidden" name="returnTo" value="/?draw=1" />
        <Button type="submit" icon={<Pencil size={14} aria-hidden />}>
          Draw a process
        </Button>
      </form>
      <span className="text-xs text-muted">
        You work as {name}, {title.toLowerCase()}, until you choose somebody else above.
      </span>
    </>
  );
}
