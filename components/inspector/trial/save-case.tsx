'use client';

import { useState } from 'react';
import { useEditorStore } from '@/components/designer/store/context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import type { Json, JsonObject } from '@/engine/core/json';
import { useDesignerApi } from '../use-designer-api';

interface SaveCaseProps {
  elementId: string;
  variables: JsonObject;
  /** What the step writes into its result variable. */
  result: JsonObject;
}

/** Keeps this input and this answer as a scenario of the process. */
export function SaveCase({ elementId, variables, result }: SaveCaseProps) {
  const api = useDesignerApi();
  const editor = useEditorStore();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!api) return null;

  const save = async () => {
    setBusy(true);
    try {
      const { caseOf, scenarioKey } = await import('@/lib/simulation');
      const input = { elementId, name: name.trim(), variables, result };
      const made = caseOf(editor.getState().history.present, input);
      if (!made.ok) return setFailure(made.message);
      await api.saveScenario(scenarioKey(name), made.scenario);
      toast.success(`The test case “${name.trim()}” is saved`);
      setOpen(false);
    } catch (error) {
      setFailure(
        error instanceof TypeError
          ? 'The server can’t be reached. Nothing was saved.'
          : String((error as Error).message),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      size="sm"
      title="Save as test case"
      description="Keeps this sample and this answer, and where the process goes with them. It runs on every draft and before publishing, without asking the model again."
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        setFailure(null);
      }}
      trigger={<Button>Save as test case</Button>}
      footer={
        <Button variant="primary" busy={busy} disabled={name.trim() === ''} onClick={() => void save()}>
          Save test case
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField
          label="Name"
          required
          maxLength={200}
          value={name}
          hint="What makes this case special. One of the same name is replaced."
          onChange={({ target }) => setName(target.value)}
        />
        {failure && (
          <Banner tone="error" live>
            {failure}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

/** What a step writes of a trial: its result under the variable's name. */
export const resultUnder = (variable: string, result: object): JsonObject => ({
  [variable || 'answer']: result as Json,
});
