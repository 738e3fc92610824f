import { expect, it } from 'vitest';
import { InvariantError } from '../errors';
import type { EngineEvent } from '../events';
import { evolve, fold } from '../evolve';

const on = (elementId: string, key: number) => ({ v: 1 as const, elementId, key, scopeKey: 0 });
const begun = (elementId: string, key: number, undoes?: number): EngineEvent => ({
  type: 'element.activated',
  ...on(elementId, key),
  data: undoes === undefined ? {} : { undoes },
});
const done = (elementId: string, key: number): EngineEvent => ({
  type: 'element.completed',
  ...on(elementId, key),
  data: { compensable: true },
});
const handedOn: EngineEvent = { type: 'compensation.handed-on', ...on('uB', 4), data: { from: 3 } };

/** A and B are done, X is about to undo them. */
const before: EngineEvent[] = [
  {
    type: 'instance.started',
    v: 1,
    data: {
      instanceId: 'i',
      versionId: 'v',
      processKey: 'P',
      businessKey: null,
      variables: {},
      startedBy: 'a',
    },
  },
  begun('A', 1),
  done('A', 1),
  begun('B', 2),
  done('B', 2),
  begun('X', 3),
];
const undo = [
  { key: 2, elementId: 'B', scopeKey: 0 },
  { key: 1, elementId: 'A', scopeKey: 0 },
];
const started: EngineEvent = { type: 'compensation.started', ...on('X', 3), data: { undo } };

it('a handler takes over what is left to undo', () => {
  const state = fold([...before, started, begun('uB', 4, 3), handedOn]);
  expect(state.activations[3]).toEqual({ key: 3, elementId: 'X', scopeKey: 0, status: 'active' });
  expect(state.activations[4]).toMatchObject({ undoes: 3, undo: [undo[1]] });
  expect(state.compensable).toBeUndefined();
});

it('nothing is handed on by who undoes nothing, or has ended', () => {
  const state = fold([...before, begun('uB', 4)]);
  expect(() => evolve(state, handedOn)).toThrow(InvariantError);
  const gone = fold([...before, begun('uB', 4), done('X', 3)]);
  expect(() => evolve(gone, handedOn)).toThrow(InvariantError);
});

it('nothing is undone that was not done', () => {
  expect(() => evolve(fold([...before, started]), started)).toThrow(InvariantError);
});

/** X has handed on to uB; Y, which undoes `more`, waits for that one now. */
const joined = (more: EngineEvent[]): EngineEvent[] => [
  ...[...before, started, begun('uB', 4, 3), handedOn, begun('Y', 5), ...more],
  { type: 'compensation.handed-on', ...on('Y', 5), data: { from: 4, awaited: true } },
];

it('an event takes over from a handler and is told of its end', () => {
  const state = fold(joined([]));
  expect(state.activations[4]).toEqual({ key: 4, elementId: 'uB', scopeKey: 0, status: 'active', undoes: 5 });
  expect(state.activations[5]).toMatchObject({ undo: [undo[1]] });
});

it('what an event undoes itself comes before what it takes over', () => {
  const own = [{ key: 6, elementId: 'C', scopeKey: 0 }];
  const more: EngineEvent[] = [
    begun('C', 6),
    done('C', 6),
    { type: 'compensation.started', ...on('Y', 5), data: { undo: own } },
  ];
  expect(fold(joined(more)).activations[5]).toMatchObject({ undo: [...own, undo[1]] });
});

it('a handler whose asker has ended has nothing to give and is waited for all the same', () => {
  const orphan = [...before, started, begun('uB', 4, 3), begun('Y', 5)];
  const ended: EngineEvent = { type: 'element.terminated', ...on('X', 3), data: { reason: '' } };
  const join: EngineEvent = {
    type: 'compensation.handed-on',
    ...on('Y', 5),
    data: { from: 4, awaited: true },
  };
  const state = fold([...orphan, ended, join]);
  expect([state.activations[4]?.undoes, state.activations[5]?.undo]).toEqual([5, []]);
});

it('nobody waits for what undoes nothing', () => {
  const join: EngineEvent = {
    type: 'compensation.handed-on',
    ...on('Y', 5),
    data: { from: 4, awaited: true },
  };
  const state = fold([...before, begun('C', 4), begun('Y', 5)]);
  expect(() => evolve(state, join)).toThrow(InvariantError);
});
