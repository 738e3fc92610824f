import { describe, expect, it } from 'vitest';
import { newDocument, type ProcessDocument } from '@/lib/document';
import { createEditorStore } from './editor-store';
import { followDocument } from './use-document-effect';

function followed() {
  const [first, second] = [newDocument({ name: 'One' }), newDocument({ name: 'Two' })];
  const store = createEditorStore(first);
  const log: string[] = [];
  const name = (document: ProcessDocument) => (document === first ? 'first' : 'second');
  const stop = followDocument(store, (document) => {
    log.push(`begins ${name(document)}`);
    return () => log.push(`ends ${name(document)}`);
  });
  return { store, second, log, stop };
}

describe('what is done for each document', () => {
  it('begins with the one that is there, and ends it before the next', () => {
    const { store, second, log, stop } = followed();
    expect(log).toEqual(['begins first']);
    store.getState().replace(second);
    expect(log).toEqual(['begins first', 'ends first', 'begins second']);
    stop();
    expect(log.at(-1)).toBe('ends second');
  });

  it('isn’t begun again for what is no change of the document', () => {
    const { store, log } = followed();
    store.getState().select(['a']);
    store.getState().say('Hello');
    expect(log).toEqual(['begins first']);
  });

  it('ends for good', () => {
    const { store, second, log, stop } = followed();
    stop();
    store.getState().replace(second);
    expect(log).toEqual(['begins first', 'ends first']);
  });
});
