import { describe, expect, it } from 'vitest';
import { type ProcessBuilder, process } from '../testing/builder';
import { BEGIN, DECIDING, sent } from '../testing/deciding';
import type { Behaviors } from './behavior';
import type { EngineEvent } from './events';

const pass = DECIDING.pass!;
const scope = { activate: (step: Parameters<typeof pass.activate>[0]) => step.activateChildren() };
const behaviors: Behaviors = {
  ...DECIDING,
  'start-event': pass,
  task: pass,
  'end-event': { activate: (step) => step.throwEvents() },
  'throw-event': { activate: (step) => step.throwEvents() },
  'sub-process': scope,
  'event-sub-process': scope,
};

/** A step that `uX` undoes. */
const undoable = (p: ProcessBuilder, id: string): ProcessBuilder => {
  const before = p.at;
  p.from(null).task(`u${id}`).set(`u${id}`, { isCompensation: true });
  return p
    .from(before)
    .task(id)
    .set(id, { compensation: { activity: `u${id}` } });
};
const undo = (activity: string | null) => ({ type: 'compensation' as const, activity, wait: true });
const undone = (build: (p: ProcessBuilder) => unknown) => {
  const { answer, state } = sent(process(build), [BEGIN], undefined, behaviors);
  expect(state?.status).toBe('completed');
  return (answer as EngineEvent[]).flatMap(({ type, elementId, data }) =>
    type === 'element.activated' && data && 'undoes' in data ? [elementId] : [],
  );
};

describe('a throw event undoes', () => {
  it.each([
    ['everything in its scope, the last first', null, ['uB', 'uA']],
    ['one activity', 'A', ['uA']],
    ['nothing where nothing of that name was done', 'C', []],
  ] as [string, string | null, string[]][])('%s', (_title, activity, expected) =>
    expect(
      undone((p) =>
        undoable(undoable(p.start('S'), 'A'), 'B')
          .throw('X', undo(activity))
          .end('E'),
      ),
    ).toEqual(expected),
  );

  const within = (activity: string | null) =>
    undone((p) =>
      undoable(p.start('S'), 'A')
        .sub('P', (q) => undoable(q.start('s'), 'B').throw('X', undo(activity)))
        .end('E'),
    );
  it('only its own scope when it names nothing', () => expect(within(null)).toEqual(['uB']));
  it('an activity of its own scope', () => expect(within('B')).toEqual(['uB']));
  it('an activity of a scope around it', () => expect(within('A')).toEqual(['uA']));
  it('nothing where no scope around has it', () => expect(within('Z')).toEqual([]));
  it('what was done in a sub-process that is over', () =>
    expect(
      undone((p) =>
        p
          .start('S')
          .sub('P', (q) => undoable(undoable(q.start('s'), 'A'), 'B'))
          .throw('X', undo('P'))
          .end('E'),
      ),
    ).toEqual(['uB', 'uA']));

  const byHandler = (activity: string | null) =>
    undone((p) =>
      undoable(p.start('S'), 'A')
        .sub('P', (q) => {
          undoable(q.start('s'), 'B');
          q.eventSub('H', { type: 'compensation' }, (h) =>
            undoable(h.start('h'), 'C').throw('X', undo(activity)),
          );
        })
        .set('P', { compensation: { eventSubProcess: 'H' } })
        .throw('Y', undo('P'))
        .end('E'),
    );
  it.each([
    ['in what it undoes, when it names nothing', null, ['H', 'uB']],
    ['in what it undoes, by name', 'B', ['H', 'uB']],
    ['in itself, by name', 'C', ['H', 'uC']],
    ['around what it undoes, by name', 'A', ['H', 'uA']],
  ] as [string, string | null, string[]][])('from an event sub-process %s', (_title, activity, expected) =>
    expect(byHandler(activity)).toEqual(expected),
  );
});
