'use client';

import { type FormEvent, useId, useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { ProblemBanner } from './problem-banner';
import { Roles } from './roles';
import type { TokensProps } from './tokens';
import { useSubmit } from './use-submit';

const LIFETIMES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
];

type Maker = Pick<TokensProps, 'roles' | 'groups' | 'mayManage'> & { onClose: () => void };

/** Makes a token and shows it once. */
export function TokenDialog(props: Maker) {
  const id = useId();
  const { busy, problem, submit, errorOf } = useSubmit();
  const [token, setToken] = useState<string | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={token ? 'Copy the token now' : 'Create token'}
      description={
        token
          ? 'It is stored as a fingerprint only, and can’t be shown again.'
          : 'For one system that uses the API.'
      }
      footer={
        token ? (
          <DialogClose asChild>
            <Button variant="primary">I have copied it</Button>
          </DialogClose>
        ) : (
          <>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form={id} busy={busy}>
              Create
            </Button>
          </>
        )
      }
    >
      {token ? (
        <Shown token={token} />
      ) : (
        <>
          <ProblemBanner problem={problem} />
          <TokenForm
            {...props}
            id={id}
            errorOf={errorOf}
            onSubmit={(body) =>
              void submit(
                () => apiPost<{ token: string }>('/tokens', body),
                (made) => setToken(made.token),
              )
            }
          />
        </>
      )}
    </Dialog>
  );
}

function Shown({ token }: { token: string }) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2 rounded-md border border-line-strong bg-surface py-1.5 pl-3 pr-1.5">
        <code data-testid="token" className="min-w-0 grow select-all break-all text-xs">
          {token}
        </code>
        <CopyButton text={token} label="Copy token" />
      </div>
      <Banner tone="warning">Whoever has it can act as you, with the roles you chose.</Banner>
    </div>
  );
}

interface TokenFormProps extends Maker {
  id: string;
  errorOf: (path: string) => string | undefined;
  onSubmit: (body: Record<string, unknown>) => void;
}

function TokenForm({ id, roles: offered, groups, mayManage, errorOf, onSubmit }: TokenFormProps) {
  const [roles, setRoles] = useState<string[]>(offered.length === 1 ? [...offered] : []);
  const [service, setService] = useState('');
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit({
      name: String(form.get('name')),
      days: Number(form.get('days')),
      roles,
      groups,
      ...(service.trim() ? { service: service.trim() } : {}),
    });
  };
  const forService = service.trim() !== '';
  return (
    <form id={id} onSubmit={send} className="flex flex-col gap-4">
      <TextField
        label="Name"
        name="name"
        required
        maxLength={100}
        placeholder="ERP worker"
        hint="What uses it."
        error={errorOf('name')}
      />
      <Roles
        legend="Roles"
        hint={forService ? undefined : 'A token has at most your own roles.'}
        offered={forService ? undefined : offered}
        chosen={roles}
        onChange={setRoles}
        error={errorOf('roles')}
      />
      <Select label="Valid for" name="days" options={LIFETIMES} defaultValue="90" error={errorOf('days')} />
      {mayManage && (
        <TextField
          label="Service"
          value={service}
          maxLength={100}
          onChange={(event) => setService(event.target.value)}
          hint="Leave empty for a token of your own. A service appears under this name in the audit trail, and may have any role."
          error={errorOf('service')}
        />
      )}
    </form>
  );
}
