'use client';

import { useCallback, useMemo, useState } from 'react';
import { type DmnModel, readDmn } from '@/lib/dmn';
import {
  type DraftHistory,
  draftOf,
  newDraftHistory,
  recordDraft,
  redoDraft,
  type TableDraft,
  tableIn,
  undoDraft,
  writeTable,
} from '@/lib/dmn/editing';

/** One change of the table in a few words, for undo and for screen readers. */
export type Edit = (edit: (draft: TableDraft) => TableDraft, label: string) => void;

/** The tables of a DMN file that can be edited. */
export const editableTables = (model: DmnModel): { id: string; name: string }[] =>
  model.nodes.filter(({ id }) => tableIn(model, id) !== undefined).map(({ id, name }) => ({ id, name }));

/** Every table of a file with its own undo, and the file as all of them together make it. */
export function useTableEditor(source: string, first: string) {
  const model = useMemo(() => modelOf(source), [source]);
  const [id, setId] = useState(first);
  const [histories, setHistories] = useState<Readonly<Record<string, DraftHistory>>>({});
  const original = useCallback((decision: string) => tableOf(model, decision), [model]);
  const history = useMemo(
    () => histories[id] ?? newDraftHistory(draftOf(original(id))),
    [histories, id, original],
  );
  const change = useCallback(
    (step: (history: DraftHistory) => DraftHistory) =>
      setHistories((all) => ({ ...all, [id]: step(all[id] ?? newDraftHistory(draftOf(original(id)))) })),
    [id, original],
  );
  const edit: Edit = useCallback(
    (how, label) => change((now) => recordDraft(now, how(now.present), label)),
    [change],
  );
  const text = useMemo(
    () =>
      Object.entries(histories).reduce(
        (written, [decision, { past, present }]) =>
          past.length === 0 ? written : writeTable(written, decision, original(decision), present),
        source,
      ),
    [histories, source, original],
  );
  const undo = useCallback(() => change(undoDraft), [change]);
  const redo = useCallback(() => change(redoDraft), [change]);
  return { model, id, setId, history, edit, undo, redo, text, dirty: text !== source };
}

function modelOf(source: string): DmnModel {
  const reading = readDmn(source);
  if (!reading.ok) throw new Error(reading.message);
  return reading.model;
}

function tableOf(model: DmnModel, decision: string) {
  const table = tableIn(model, decision);
  if (!table) throw new Error(`The decision ${decision} has no table.`);
  return table;
}
