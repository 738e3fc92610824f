import { expect, it } from 'vitest';
import { newDocument } from '@/lib/document';
import { packed, unpacked } from './kept-draft';

const base = newDocument({ name: 'Base', processId: 'Process_a' });
const document = newDocument({ name: 'Changed', processId: 'Process_a' });
const draft = { document, base, revision: 4, changes: 2 };

it('stores documents as text and reads them as they were', () => {
  const stored = packed(draft);
  expect([typeof stored.document, typeof stored.base]).toEqual(['string', 'string']);
  expect(unpacked(stored)).toEqual(draft);
});

it('reads what an older page stored, with documents as they are and without a base', () => {
  expect(unpacked(draft)).toEqual(draft);
  const { base: _, ...older } = draft;
  expect(unpacked(older)).toEqual(older);
  expect(unpacked(packed(older))).toEqual(older);
});

it('writes the text of a base once, and that of no other document more than it is asked for', () => {
  let written = 0;
  const counted = { ...base, toJSON: () => ++written };
  packed({ ...draft, base: counted });
  packed({ ...draft, base: counted, changes: 3 });
  expect(written).toBe(1);
  packed({ ...draft, document: counted });
  packed({ ...draft, document: counted });
  expect(written).toBe(3);
});

it('refuses text that is no document', () => {
  expect(() => unpacked({ ...packed(draft), document: '{' })).toThrow(SyntaxError);
});
