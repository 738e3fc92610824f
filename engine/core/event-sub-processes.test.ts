import { describe, expect, it } from 'vitest';
import { process } from '../testing/builder';
import { fixed } from '../testing/expressions';
import { completes, handles, reacts, tokensOf } from './event-sub-processes';
import type { Run } from './run';
import type { Activation, Arrival } from './state';

/** `Cuts` and `Beside` are event sub-processes of the process and of `P`; `A` is a step of both. */
const executable = process((p) => {
  const signal = { type: 'signal' as const, name: fixed('s') };
  const around = (q: typeof p, suffix: string) => {
    q.eventSub(`Cuts${suffix}`, signal, (h) => h.start(`C${suffix}`));
    return q.eventSub(`Beside${suffix}`, signal, (h) => h.start(`B${suffix}`), false);
  };
  p.start('S')
    .task('A')
    .sub('P', (q) => around(q.start('I').task('a'), '1'));
  return around(p.end('E'), '');
});

type Alive = [elementId: string, more?: Partial<Activation>];
/** What is alive, with keys from 1 on; in the process unless told otherwise. */
const running = (alive: Alive[], arrivals: Partial<Arrival>[] = []): Run => {
  const activations = alive.map(([elementId, more], index) => [
    String(index + 1),
    { key: index + 1, elementId, scopeKey: 0, status: 'active', ...more },
  ]);
  return { executable, state: { activations: Object.fromEntries(activations), arrivals } } as unknown as Run;
};
const inP = { scopeKey: 1 };

describe('a scope is completing', () => {
  it.each([
    ['not with nothing in it', [], [], false],
    ['when only an event sub-process runs', [['Beside']], [], true],
    ['when several do', [['Beside'], ['Cuts']], [], true],
    ['not while a step runs, too', [['Beside'], ['A']], [], false],
    ['not while a step runs alone', [['A']], [], false],
    ['not while a token waits in it', [['Beside']], [{ scopeKey: 0 }], false],
    ['while a token waits elsewhere', [['Beside']], [{ scopeKey: 7 }], true],
    ['while one of its events listens', [['Beside'], ['Cuts', { attachedTo: 0 }]], [], true],
    ['not while what undoes runs', [['Beside'], ['A', { undoes: 9 }]], [], false],
    ['not by an event sub-process that undoes', [['Cuts', { undoes: 9 }]], [], false],
  ] as [string, Alive[], Partial<Arrival>[], boolean][])('%s', (_title, alive, arrivals, expected) =>
    expect(completes(running(alive, arrivals), 0)).toBe(expected),
  );

  it('by its own event sub-processes, not those of another', () => {
    expect(completes(running([['P'], ['Beside1', inP]]), 1)).toBe(true);
    expect(completes(running([['P'], ['Beside', inP]]), 1)).toBe(false);
    expect(completes(running([['P'], ['Beside1', inP]]), 0)).toBe(false);
  });
});

describe('an event sub-process may begin', () => {
  it.each([
    ['when nothing runs', [], true],
    ['beside a step', [['A']], true],
    ['beside one that doesn’t interrupt, and a step', [['Beside'], ['A']], true],
    ['not after one that interrupts', [['Cuts']], false],
    ['not after one that interrupts, while what undoes runs on', [['Cuts'], ['A', { undoes: 9 }]], false],
    ['beside one that undoes', [['Cuts', { undoes: 9 }], ['A']], true],
    ['not when the content is done', [['Beside']], false],
    ['while one that interrupts only listens', [['Cuts', { attachedTo: 0 }], ['A']], true],
    ['while one runs in another scope', [['P'], ['Cuts1', inP]], true],
  ] as [string, Alive[], boolean][])('%s', (_title, alive, expected) =>
    expect(reacts(running(alive), 0)).toBe(expected),
  );
});

it('tokens of a scope are what is alive in it and doesn’t only listen', () => {
  const run = running([['P'], ['a', inP], ['Beside1', { ...inP, attachedTo: 1 }], ['A']]);
  expect(tokensOf(run, 0).map(({ key }) => key)).toEqual([1, 4]);
  expect(tokensOf(run, 1).map(({ key }) => key)).toEqual([2]);
});

it('an event sub-process handles its scope, a step and what undoes don’t', () => {
  const run = running([['Beside'], ['A'], ['Cuts', { undoes: 9 }]]);
  expect(Object.values(run.state.activations).map((each) => handles(run, each))).toEqual([
    true,
    false,
    false,
  ]);
});
