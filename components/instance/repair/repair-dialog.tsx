'use client';

import { type FormEvent, useId, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import type { JsonObject } from '@/engine/core';
import { readVariables } from '../model/changes';
import { problemText, useRepair } from './use-repair';

export type RepairKind = 'retry' | 'edit' | 'cancel';

interface RepairDialogProps {
  kind: RepairKind;
  /** `/incidents/{id}/retry` or `/instances/{id}/cancel`. */
  path: string;
  /** What the step sees now, to start editing from. */
  variables?: JsonObject;
  onClose: () => void;
}

const WORDS = {
  retry: {
    title: 'Retry this step',
    description: 'The step runs again with the variables as they are.',
    action: 'Retry',
    said: 'Retried',
  },
  edit: {
    title: 'Edit variables and retry',
    description: 'What you change is written before the step runs again. Before and after are kept.',
    action: 'Save and retry',
    said: 'Variables changed, step retried',
  },
  cancel: {
    title: 'Cancel this instance',
    description: 'It ends where it is and what it waits for is withdrawn. This can’t be undone.',
    action: 'Cancel instance',
    said: 'Instance cancelled',
  },
} as const;

const NO_REASON = 'Say why: the reason is kept in the audit trail.';

/** Asks for the reason, and the variables where they are edited; errors stand at the field and keep what was typed. */
export function RepairDialog({ kind, path, variables = {}, onClose }: RepairDialogProps) {
  const words = WORDS[kind];
  const form = useId();
  const [reason, setReason] = useState('');
  const [before] = useState(variables);
  const [text, setText] = useState(() => JSON.stringify(variables, null, 2));
  const [checked, setChecked] = useState(false);
  const { busy, problem, send } = useRepair(onClose);
  const input = readVariables(text, before);
  const reasonError = checked && !reason.trim() ? NO_REASON : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || !reason.trim() || (kind === 'edit' && !input.ok)) return focusFirstError(form);
    const changed = kind === 'edit' && input.ok ? { variables: input.changed } : {};
    void send(path, { reason: reason.trim(), ...changed }, words.said);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !busy && onClose()}
      title={words.title}
      description={words.description}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {kind === 'cancel' ? 'Keep it running' : 'Back'}
          </Button>
          <Button type="submit" form={form} busy={busy} variant={kind === 'cancel' ? 'danger' : 'primary'}>
            {words.action}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
        {problem && (
          <Banner tone="error" live>
            {problemText(problem)}
          </Banner>
        )}
        {kind === 'edit' && (
          <TextArea
            label="Variables (JSON)"
            mono
            rows={12}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
            error={input.ok ? undefined : input.message}
            hint={input.ok ? changedWords(Object.keys(input.changed)) : undefined}
          />
        )}
        <TextArea
          label="Reason"
          required
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={reasonError}
          hint="Kept in the audit trail with your name."
        />
      </form>
    </Dialog>
  );
}

const changedWords = (names: readonly string[]): string =>
  names.length === 0 ? 'Nothing changed yet.' : `Will change: ${names.join(', ')}`;

/** After React has marked the fields. */
const focusFirstError = (form: string) =>
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[id="${form}"] [aria-invalid="true"]`)?.focus(),
  );
