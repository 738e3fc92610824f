'use client';

import { ChevronDown } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Avatar } from '@/components/ui/avatar';
import { cx } from '@/components/ui/cx';
import { Popover } from '@/components/ui/popover';

export interface DemoPerson {
  id: string;
  name: string;
  /** “Finance lead”. */
  title: string;
}

export interface DemoBarProps {
  people: readonly DemoPerson[];
  currentId?: string;
}

const SIGN_IN = '/api/demo/sign-in';

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** A form of its own for each person: switching is a POST, works without scripts and returns to this page. */
function PersonForm({
  person,
  current,
  form,
}: {
  person: DemoPerson;
  current: boolean;
  form: 'pill' | 'row';
}) {
  const path = usePathname();
  return (
    <form action={SIGN_IN} method="post" className="flex flex-none">
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="returnTo" value={path} />
      <button
        type="submit"
        aria-pressed={current}
        className={cx(
          'flex items-center gap-1.75 whitespace-nowrap',
          form === 'pill'
            ? 'h-7 rounded-full pl-1 pr-2.5'
            : 'min-h-11 w-full rounded-sm px-2 text-left text-sm hover:bg-hover',
          form === 'pill' &&
            (current ? 'bg-on-bar font-medium text-bar' : 'text-on-bar-muted hover:text-on-bar'),
          form === 'row' && current && 'bg-primary-soft font-medium',
        )}
      >
        <Avatar name={person.name} size="s" decorative />
        {firstName(person.name)}, {person.title.toLowerCase()}
      </button>
    </form>
  );
}

/** Says that this is a demo, and lets one person be all of them in turn. */
export function DemoBar({ people, currentId }: DemoBarProps) {
  const current = people.find((person) => person.id === currentId);
  return (
    <aside
      aria-label="Demo"
      className="flex h-10 flex-none items-center gap-2.5 overflow-hidden border-b border-line bg-bar px-4 text-[.78125rem] text-on-bar desk:px-10"
    >
      <b className="font-medium">Demo</b>
      <p className="truncate text-on-bar-muted max-xl:hidden">
        Simulated model, sample data.<span className="max-2xl:hidden"> Nothing leaves this machine.</span>
      </p>
      <div className="ml-auto flex flex-none items-center gap-0.5 max-wide:hidden">
        <span className="mr-2 whitespace-nowrap text-on-bar-muted">Work as</span>
        {people.map((person) => (
          <PersonForm key={person.id} person={person} current={person.id === currentId} form="pill" />
        ))}
      </div>
      <div className="ml-auto wide:hidden">
        <Popover
          label="Work as"
          align="end"
          trigger={
            <button type="button" className="flex h-8 items-center gap-1.75 rounded-full px-2">
              <span className="text-on-bar-muted">Work as</span>
              {current ? firstName(current.name) : 'someone'}
              <ChevronDown size={14} aria-hidden="true" />
            </button>
          }
        >
          {people.map((person) => (
            <PersonForm key={person.id} person={person} current={person.id === currentId} form="row" />
          ))}
        </Popover>
      </div>
    </aside>
  );
}
