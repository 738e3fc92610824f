import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/engine/core/json';
import type { Expression } from '@/engine/core/model';
import type { ChangeFilter } from '@/engine/core/triggers';
import { process } from '@/engine/testing/builder';
import { fixed, outside } from '@/engine/testing/expressions';
import { answers, complete, play, start, trace } from '@/engine/testing/scenario';
import { change } from '@/engine/testing/scenario-steps';
import { behaviors as everything } from '../behaviors';

/** Holds when all these variables are true. */
const both = (...names: string[]): Expression => ({
  mode: 'bounded',
  source: names.join(' and '),
  evaluate: ({ variables }) => ({
    ok: true,
    value: names.every((name) => variables[name] === true),
    missing: [],
  }),
});

/** What conditional events of a scope do when variables change: `F` looks at some changes only. */
describe('a condition that is looked at for some changes only', () => {
  const filtered = (only: ChangeFilter, interrupting = true) =>
    process((p) => {
      p.start('S')
        .sub('P', (inner) => inner.start('I').service('A').end('O'))
        .end('E');
      const condition = both('x', 'y');
      return p.boundary('F', 'P', { type: 'condition', condition, only }, interrupting).end('G');
    });
  const met = (only: ChangeFilter, ...changes: JsonObject[]) => {
    const player = play(filtered(only), everything, [start({ x: false }), ...changes.map(change)]);
    return player.current.status === 'completed';
  };

  it.each([
    ['of its names', { names: ['y'] }, [{ x: true }, { y: true }], true],
    ['not of others', { names: ['x'] }, [{ x: true }, { y: true }], false],
    ['of others together with its own', { names: ['x'] }, [{ x: true, y: true }], true],
    ['that create', { how: ['create'] }, [{ x: true }, { y: true }], true],
    ['not those that create', { how: ['update'] }, [{ x: true }, { y: true }], false],
    ['that update', { how: ['update'] }, [{ y: true }, { x: true }], true],
    ['not those that update', { how: ['create'] }, [{ y: true }, { x: true }], false],
    ['of one name in one way', { names: ['y'], how: ['update'] }, [{ y: false }, { x: true }], false],
    ['none', { how: [] }, [{ y: true }, { x: true }], false],
  ] as const)('%s', (_title, only, changes, expected) => {
    expect(met(only as ChangeFilter, ...(changes as unknown as JsonObject[]))).toBe(expected);
  });

  it('is met at once when it holds as its activity begins, whatever it is looked at for', () => {
    const player = play(filtered({ names: ['z'] }), everything, [start({ x: true, y: true })]);
    expect(player.current.status).toBe('completed');
  });

  it('is not looked at for what changes in a scope that it doesn’t see', () => {
    const player = play(filtered({ names: ['y'] }), everything, [start({ x: true })]);
    const inside = { type: 'set-variables' as const, reason: 'r', scopeKey: player.key('P') };
    player.send({ ...inside, variables: { y: true } });
    expect(player.current.status).toBe('running');
  });

  it('forgets the changes of a phase that is run again', () => {
    const outputs = [
      { target: 'y', value: fixed(true) },
      { target: 'z', value: outside('= z()') },
    ];
    const model = process((p) => {
      p.start('S').service('A', { outputs }).end('E');
      const only = { names: ['y'], how: ['create' as const] };
      return p.eventSub('H', { type: 'condition', condition: both('x', 'y'), only }, (inner) =>
        inner.start('H0').end('H9'),
      );
    });
    const player = play(model, everything, [start({ x: true }), complete('A')]);
    expect(trace(player.events)).not.toContain('+H');
    answers('A', { '= z()': 1 })(player);
    expect(trace(player.events)).toContain('+H');
  });
});
