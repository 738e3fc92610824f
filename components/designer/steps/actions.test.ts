import { describe, expect, it } from 'vitest';
import { outgoing } from '@/lib/document';
import { sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { actionsFor } from './actions';

const kinds = (...args: Parameters<typeof actionsFor>) => actionsFor(...args).map((action) => action.kind);

describe('what can be done with an element', () => {
  const { document, ids } = sample();

  it('is everything for a step, apart from what a flow has and its fixed size', () => {
    expect(kinds(document, ids.task)).toEqual([
      'append',
      'after',
      'before',
      'attach',
      'connect',
      'label',
      'morph',
      'move',
      'comment',
      'open',
      'delete',
    ]);
  });

  it('is nothing before a start, nothing after an end', () => {
    expect(kinds(document, ids.start)).not.toContain('before');
    expect(kinds(document, ids.end)).toEqual([
      'before',
      'label',
      'morph',
      'move',
      'comment',
      'open',
      'delete',
    ]);
  });

  it('is inserting, leading elsewhere and way-points for a flow', () => {
    expect(kinds(document, outgoing(document, ids.task)[0]?.id ?? '')).toEqual([
      'reconnect',
      'insert',
      'label',
      'route',
      'comment',
      'open',
      'delete',
    ]);
  });

  it('is a size for an open sub-process', () => {
    const { document: doc, sub } = withSubProcess(document);
    expect(kinds(doc, sub)).toContain('resize');
  });

  it('is nothing for an element that is gone', () => {
    expect(kinds(document, 'Gone')).toEqual([]);
  });
});
