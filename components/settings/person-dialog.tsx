'use client';

import { type FormEvent, useId, useState } from 'react';
import { apiPost, apiSend } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import type { Person } from './people';
import { ProblemBanner } from './problem-banner';
import { Roles } from './roles';
import { useSubmit } from './use-submit';
import { listOf } from './words';

/** Adds a person, or changes what somebody may do. Who somebody is doesn't change here. */
export function PersonDialog({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const id = useId();
  const { busy, problem, submit, errorOf } = useSubmit();
  const [roles, setRoles] = useState<string[]>(person?.roles ?? []);
  const [disabled, setDisabled] = useState(person?.disabled ?? false);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const groups = listOf(text('groups'));
    void submit(
      () =>
        person
          ? apiSend('PATCH', `/people/${encodeURIComponent(person.personId)}`, { roles, groups, disabled })
          : apiPost('/people', {
              name: text('name'),
              email: text('email'),
              password: text('password'),
              roles,
              groups,
            }),
      onClose,
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={person ? person.name : 'Add a person'}
      description={person ? 'Open sessions of this person end when you save.' : undefined}
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            {person ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={save} className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        {!person && <Identity errorOf={errorOf} />}
        <Roles legend="Roles" chosen={roles} onChange={setRoles} error={errorOf('roles')} />
        <TextField
          label="Groups"
          name="groups"
          defaultValue={person?.groups.join(', ')}
          hint="Separated by commas. Approvals are offered to groups."
          error={errorOf('groups')}
        />
        {person && (
          <Checkbox
            label="Disabled"
            hint="May not sign in, and the person’s tokens stop working."
            checked={disabled}
            onChange={(event) => setDisabled(event.target.checked)}
          />
        )}
      </form>
    </Dialog>
  );
}

function Identity({ errorOf }: { errorOf: (path: string) => string | undefined }) {
  return (
    <>
      <TextField label="Name" name="name" required maxLength={200} error={errorOf('name')} />
      <TextField label="E-mail address" name="email" type="email" required error={errorOf('email')} />
      <TextField
        label="First password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 12 characters; tell it to the person in private."
        error={errorOf('password')}
      />
    </>
  );
}
