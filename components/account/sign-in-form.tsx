'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';

export interface SignInFormProps {
  returnTo: string;
  failed: boolean;
  /** What single sign-on is called; absent when none is configured. */
  sso?: string;
  people: readonly { id: string; name: string; title: string }[];
}

const WRONG =
  'That e-mail address and password don’t belong together, or there were too many attempts. Try again in a few minutes.';

/** Where somebody proves who they are. */
export function SignInForm({ returnTo, failed, sso, people }: SignInFormProps) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(failed);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const form = new FormData(event.currentTarget);
    const result = await signIn('credentials', {
      email: form.get('email'),
      password: form.get('password'),
      redirect: false,
    });
    if (result?.ok) window.location.assign(returnTo);
    else {
      setBusy(false);
      setWrong(true);
    }
  };
  return (
    <div className="flex flex-col gap-4">
      {wrong && <Banner tone="error">{WRONG}</Banner>}
      {people.length > 0 && <DemoPeople people={people} returnTo={returnTo} />}
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField label="E-mail address" name="email" type="email" autoComplete="username" required />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button type="submit" variant={people.length > 0 ? 'secondary' : 'primary'} size="lg" busy={busy}>
          Sign in
        </Button>
      </form>
      {sso && (
        <Button variant="secondary" size="lg" onClick={() => signIn('oidc', { callbackUrl: returnTo })}>
          {sso}
        </Button>
      )}
    </div>
  );
}

function DemoPeople({ people, returnTo }: Pick<SignInFormProps, 'people' | 'returnTo'>) {
  return (
    <section aria-label="Demo people" className="flex flex-col gap-1.5 border-b border-line pb-4">
      <p className="text-sm text-muted">This is a demo on your own machine. Work as one of these people:</p>
      {people.map((person) => (
        <form key={person.id} action="/api/demo/sign-in" method="post">
          <input type="hidden" name="personId" value={person.id} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <button
            type="submit"
            className="flex min-h-11 w-full items-center gap-2.5 rounded-md border border-line px-2.5 text-left text-sm hover:bg-hover"
          >
            <Avatar name={person.name} size="s" decorative />
            <span className="font-medium">{person.name}</span>
            <span className="ml-auto text-muted">{person.title}</span>
          </button>
        </form>
      ))}
    </section>
  );
}
