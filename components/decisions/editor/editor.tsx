'use client';

import { Plus } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { hasUncommittedText } from '@/components/inspector/fields/use-draft';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { Select } from '@/components/ui/select';
import { addColumn, addRule, type DraftHistory, tableOf } from '@/lib/dmn/editing';
import { lintTable } from '@/lib/dmn/lint';
import { BoxName } from '../box-name';
import { EditorTitle } from './editor-title';
import { Grid } from './grid';
import { PolicyFields } from './policy';
import { Remarks } from './remarks';
import { type Edit, editableTables, useTableEditor } from './use-editor';
import { useSave } from './use-save';

export interface DecisionEditorProps {
  fileKey: string;
  version: number;
  /** The file as it is stored. */
  source: string;
  /** The id of the decision whose table is opened. */
  decision: string;
}

/** Edits the decision tables of a DMN file; saving stores the next version of the file. */
export function DecisionEditor({ fileKey, version, source, decision }: DecisionEditorProps) {
  const editor = useTableEditor(source, decision);
  const { model, id, history, undo, redo, text, dirty } = editor;
  const edit = useSpoken(editor.edit);
  const saving = useSave(fileKey, version, id);
  const tables = useMemo(() => editableTables(model), [model]);
  const name = tables.find((each) => each.id === id)?.name ?? id;
  const draft = history.present;
  const remarks = useRemarks(history);
  const doubted = useMemo(() => new Set(remarks.flatMap(({ rules }) => rules)), [remarks]);
  useUndoKeys(undo, redo);
  useLeaveGuard(dirty);
  return (
    <div className="flex min-h-full flex-col">
      <EditorTitle
        {...{ fileKey, version, history, undo, redo, dirty, text, saving }}
        title={model.name || fileKey}
      />
      <Refused saving={saving} text={text} />
      <div className="flex flex-col gap-5 px-4 py-5 desk:px-6">
        <div className="flex flex-wrap items-end gap-4">
          {tables.length > 1 && (
            <Select
              label="Table"
              className="w-60"
              options={tables.map((each) => ({ value: each.id, label: each.name }))}
              value={id}
              onChange={(event) => editor.setId(event.target.value)}
            />
          )}
          <PolicyFields draft={draft} edit={edit} />
        </div>
        <div key={id} className="min-w-0">
          <BoxName>{name}</BoxName>
          <Grid {...{ name, draft, doubted, edit }} types={model.items.map((item) => item.name)} />
          <div className="mt-2 flex flex-wrap gap-2">
            <Button
              size="sm"
              icon={<Plus size={13} />}
              onClick={() => edit((now) => addRule(now, now.rules.length), 'Add rule')}
            >
              Add rule
            </Button>
            {(['inputs', 'outputs', 'annotations'] as const).map((kind) => (
              <Button
                key={kind}
                size="sm"
                variant="ghost"
                icon={<Plus size={13} />}
                onClick={() => edit((now) => addColumn(now, kind, now[kind].length), `Add ${WHAT[kind]}`)}
              >
                Add {WHAT[kind]}
              </Button>
            ))}
          </div>
        </div>
        <Remarks remarks={remarks} />
      </div>
    </div>
  );
}

const WHAT = { inputs: 'condition', outputs: 'result', annotations: 'note' } as const;

/** Says what changed beyond the cell that is typed in: the eye sees it, the ear doesn't. */
function useSpoken(edit: Edit): Edit {
  const announce = useAnnounce();
  return useCallback(
    (how, label) => {
      edit(how, label);
      if (!label.startsWith('Edit')) announce(`${label}: done`);
    },
    [edit, announce],
  );
}

/** What the lint says, when there is time for it: typing goes first. */
function useRemarks({ present }: DraftHistory) {
  const draft = useDeferredValue(present);
  return useMemo(() => lintTable(tableOf(draft)), [draft]);
}

function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      // typing that is not committed yet is the field's own to take back
      if (hasUncommittedText()) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}

function Refused({ saving, text }: { saving: ReturnType<typeof useSave>; text: string }) {
  if (saving.newer !== undefined)
    return (
      <Banner
        strip
        live
        tone="warning"
        title={`Somebody stored version ${saving.newer} while you were editing.`}
        actions={
          <Button size="sm" onClick={() => void saving.save(text, true)}>
            Store mine after it
          </Button>
        }
      >
        Yours does not hold what changed there. Nothing was stored yet.
      </Banner>
    );
  if (saving.messages.length === 0) return null;
  return (
    <Banner strip live tone="error" title="The table was not stored.">
      <ul>
        {saving.messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Banner>
  );
}
