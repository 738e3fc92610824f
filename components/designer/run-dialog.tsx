'use client';

import { useId, useMemo, useState } from 'react';
import { FormFields } from '@/components/forms';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import type { JsonObject } from '@/engine/core/json';
import { elementsOfType, type ProcessDocument } from '@/lib/document';
import { formOf } from '@/lib/elements/form/bpmn';
import type { FormError } from '@/lib/forms';
import { sampleOf } from '@/lib/templates/sample';
import type { DesignerApi } from './api';

interface RunDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  api: DesignerApi;
  document: ProcessDocument;
  latestVersion: number | null;
  /** What is run instead of the latest. */
  version?: number;
  onPublish: () => void;
  onStarted: (url: string) => void;
}

/** Starting an instance of the latest version, with the form of its start event, or with variables as JSON. */
export function RunDialog({
  open,
  onOpenChange,
  api,
  document,
  latestVersion,
  version,
  onPublish,
  onStarted,
}: RunDialogProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [errors, setErrors] = useState<FormError[]>([]);
  const form = useMemo(() => startForm(document), [document]);
  const sample = useMemo(() => sampleOf(document), [document]);
  const [filled, setFilled] = useState(false);

  const start = async (variables: JsonObject) => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.startInstance(variables, version);
      if (answer.status === 'started') return onStarted(api.instanceUrl(answer.instanceId));
      setErrors(answer.errors);
      setFailure(answer.message);
    } catch {
      setFailure('The server can’t be reached. Nothing was started.');
    } finally {
      setBusy(false);
    }
  };
  if (latestVersion === null)
    return (
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        title="Publish first"
        description="Only published versions run, so that every instance can be proven against what it ran on."
        size="sm"
        footer={
          <Button
            variant="primary"
            onClick={() => {
              onOpenChange(false);
              onPublish();
            }}
          >
            Publish…
          </Button>
        }
      />
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={version && version !== latestVersion ? `Run v${version}` : `Run v${latestVersion} (latest)`}
      footer={
        <>
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            Run
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {form && sample && (
          <div>
            <Button onClick={() => setFilled(true)}>Fill in sample data</Button>
          </div>
        )}
        {form ? (
          <FormFields
            key={String(filled)}
            id={id}
            form={form}
            values={filled && sample ? sample : {}}
            errors={errors}
            onSubmit={(values) => void start(values)}
          />
        ) : (
          <VariablesForm id={id} onSubmit={(values) => void start(values)} />
        )}
        {failure && (
          <Banner tone="error" live>
            {failure}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

/** The form of the first start event that has one. */
function startForm(document: ProcessDocument) {
  for (const start of elementsOfType(document, 'bpmn:StartEvent')) {
    const { form } = formOf(document, start.id);
    if (form && form.fields.length > 0) return form;
  }
  return null;
}

function VariablesForm({ id, onSubmit }: { id: string; onSubmit: (variables: JsonObject) => void }) {
  const [text, setText] = useState('{}');
  const [error, setError] = useState<string>();
  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        const value = parsed(text);
        if (value) onSubmit(value);
        else setError('This is not a JSON object.');
      }}
    >
      <TextArea
        label="Variables"
        hint="As a JSON object. Give the start event a form to ask for them."
        mono
        rows={6}
        error={error}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : null;
  } catch {
    return null;
  }
}
