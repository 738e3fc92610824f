import { expect, it } from 'vitest';
import {
  addColumn,
  addRule,
  changeInput,
  changeOutput,
  draftOf,
  moveColumn,
  moveRule,
  newDraftHistory,
  recordDraft,
  redoDraft,
  removeColumn,
  removeRule,
  renameAnnotation,
  setCell,
  setHitPolicy,
  type TableDraft,
  undoDraft,
} from '.';

const START = draftOf({
  ...{ kind: 'table', hitPolicy: 'UNIQUE', annotations: ['Why'] },
  inputs: [{ text: 'a' }, { text: 'b' }],
  outputs: [{ name: 'x' }, { name: 'y' }],
  rules: [
    { tests: ['1', '2'], outputs: ['3', '4'], annotations: ['five'] },
    { tests: ['-', '-'], outputs: ['6', '7'], annotations: [] },
  ],
});

const EDITS: Record<string, (draft: TableDraft) => TableDraft> = {
  'add rule': (draft) => addRule(draft, 1),
  'copy rule': (draft) => addRule(draft, 1, 'r0'),
  'remove rule': (draft) => removeRule(draft, 'r0'),
  'move rule': (draft) => moveRule(draft, 'r0', 1),
  'set cell': (draft) => setCell(draft, 'r0', 'i0', '9'),
  'add input': (draft) => addColumn(draft, 'inputs', 0),
  'add output': (draft) => addColumn(draft, 'outputs', 0),
  'add annotation': (draft) => addColumn(draft, 'annotations', 0),
  'remove input': (draft) => removeColumn(draft, 'i0'),
  'remove output': (draft) => removeColumn(draft, 'o0'),
  'remove annotation': (draft) => removeColumn(draft, 'a0'),
  'move input': (draft) => moveColumn(draft, 'i1', 0),
  'move output': (draft) => moveColumn(draft, 'o0', 1),
  'change input': (draft) => changeInput(draft, 'i0', { typeRef: 'number', values: '[0..9]' }),
  'change output': (draft) => changeOutput(draft, 'o0', { name: 'z', label: 'Z' }),
  'rename annotation': (draft) => renameAnnotation(draft, 'a0', 'Because'),
  'hit policy': (draft) => setHitPolicy(draft, 'COLLECT', 'MAX'),
};

it.each(Object.entries(EDITS))('%s is one step back and one forward', (label, edit) => {
  const edited = edit(START);
  expect(edited).not.toEqual(START);
  const done = recordDraft(newDraftHistory(START), edited, label);
  const undone = undoDraft(done);
  expect(undone.present).toBe(START);
  expect(undone.future[0]?.label).toBe(label);
  expect(redoDraft(undone)).toEqual(done);
});

it('records nothing for what changes nothing, and forgets what was undone at the next edit', () => {
  const history = newDraftHistory(START);
  for (const same of [setCell(START, 'r0', 'i0', '1'), moveRule(START, 'r0', -1), moveColumn(START, 'i0', 0)])
    expect(recordDraft(history, same, 'nothing')).toBe(history);
  const undone = undoDraft(recordDraft(history, removeRule(START, 'r0'), 'remove'));
  const other = recordDraft(undone, removeRule(START, 'r1'), 'remove');
  expect(other.future).toEqual([]);
  expect(redoDraft(other)).toEqual(other);
  expect(undoDraft(history)).toEqual(history);
});
