'use client';

import { type FormEvent, useId, useState } from 'react';
import { apiSend } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { KINDS, PROVIDER_KINDS, type ProviderKind } from '@/lib/ai/providers/kinds';
import type { ProviderAnswer } from '@/lib/settings/provider-answer';
import { ProblemBanner } from './problem-banner';
import { useSubmit } from './use-submit';

const KIND_OPTIONS = PROVIDER_KINDS.map((kind) => ({ value: kind, label: KINDS[kind].name }));

const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Adds a provider or changes one. Its key is written, never read. */
export function ProviderDialog(props: { provider: ProviderAnswer | null; onClose: () => void }) {
  const { provider, onClose } = props;
  const id = useId();
  const { busy, problem, submit, errorOf } = useSubmit();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const providerId = provider?.providerId ?? text('providerId');
    const apiKey = text('apiKey');
    const body = {
      kind: text('kind'),
      name: text('name'),
      baseUrl: text('baseUrl') || null,
      model: text('model'),
      ...(apiKey ? { apiKey } : {}),
      inputPrice: numberOrNull(text('inputPrice')),
      outputPrice: numberOrNull(text('outputPrice')),
      currency: text('currency').toUpperCase(),
      region: text('region') || null,
    };
    void submit(() => apiSend('PUT', `/providers/${encodeURIComponent(providerId)}`, body), onClose);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={provider ? provider.name : 'Add a provider'}
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            {provider ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={save} className="grid gap-4 desk:grid-cols-2">
        <div className="empty:hidden desk:col-span-2">
          <ProblemBanner problem={problem} />
        </div>
        <Who provider={provider} errorOf={errorOf} />
        <Where provider={provider} errorOf={errorOf} />
        <Cost provider={provider} errorOf={errorOf} />
      </form>
    </Dialog>
  );
}

interface PartProps {
  provider: ProviderAnswer | null;
  errorOf: (path: string) => string | undefined;
}

function Who({ provider, errorOf }: PartProps) {
  const [kind, setKind] = useState((provider?.kind ?? 'openai') as ProviderKind);
  const facts = KINDS[kind];
  return (
    <>
      <Select
        label="Kind"
        name="kind"
        options={KIND_OPTIONS}
        value={kind}
        onChange={(event) => setKind(event.target.value as ProviderKind)}
      />
      <TextField
        label="Name"
        name="name"
        required
        maxLength={100}
        defaultValue={provider?.name}
        error={errorOf('name')}
      />
      {!provider && (
        <TextField
          label="Id in processes"
          name="providerId"
          required
          mono
          placeholder="mistral-eu"
          hint="Steps name the provider by it; it can’t be changed."
          error={errorOf('providerId')}
        />
      )}
      <TextField
        label="Model"
        name="model"
        required
        mono
        placeholder={facts.model ?? undefined}
        defaultValue={provider?.model}
        error={errorOf('model')}
      />
      <TextField
        label="Address"
        name="baseUrl"
        type="url"
        mono
        required={facts.baseUrl === null}
        placeholder={facts.baseUrl ?? 'http://localhost:11434/v1'}
        defaultValue={provider?.baseUrl ?? ''}
        error={errorOf('baseUrl')}
        className="desk:col-span-2"
      />
      <TextField
        label="Key"
        name="apiKey"
        type="password"
        autoComplete="off"
        hint={
          provider?.hasKey
            ? 'Leave empty to keep the key that is stored.'
            : 'Stored encrypted; sent to this address only.'
        }
        error={errorOf('apiKey')}
        className="desk:col-span-2"
      />
    </>
  );
}

function Where({ provider, errorOf }: PartProps) {
  return (
    <TextField
      label="Where data is processed"
      name="region"
      maxLength={60}
      placeholder="EU (Frankfurt)"
      defaultValue={provider?.region ?? ''}
      hint="As your contract says; shown beside each step that asks it. Empty shows “not stated”."
      error={errorOf('region')}
      className="desk:col-span-2"
    />
  );
}

function Cost({ provider, errorOf }: PartProps) {
  const price = { type: 'number', min: 0, step: 'any', inputMode: 'decimal' } as const;
  return (
    <>
      <TextField
        {...price}
        label="Price of a million input tokens"
        name="inputPrice"
        defaultValue={provider?.inputPrice ?? ''}
        error={errorOf('inputPrice')}
      />
      <TextField
        {...price}
        label="Price of a million output tokens"
        name="outputPrice"
        defaultValue={provider?.outputPrice ?? ''}
        error={errorOf('outputPrice')}
      />
      <TextField
        label="Currency"
        name="currency"
        required
        maxLength={3}
        defaultValue={provider?.currency ?? 'EUR'}
        hint="Without prices a call’s cost is not shown, and steps with a cost limit don’t ask it."
        error={errorOf('currency')}
      />
    </>
  );
}
