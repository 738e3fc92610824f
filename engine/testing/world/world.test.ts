import { describe, expect, it } from 'vitest';
import type { Executable } from '../../core/model';
import { variable } from '../expressions';
import {
  BEHAVIORS,
  calling,
  catching,
  line,
  message,
  pass,
  sends,
  signal,
  throwing,
  timer,
  work,
} from './models';
import { World, type WorldOptions } from './world';

const worldOf = (executables: Executable[], options: Partial<WorldOptions> = {}) =>
  new World({ executables, behaviors: BEHAVIORS, ...options });

/** What completed where, in order. */
const completed = (world: World) =>
  world.log.flatMap(({ processKey, event }) =>
    event.type === 'element.completed' ? [`${processKey}.${event.elementId}`] : [],
  );

describe('work', () => {
  const process = line('P', work('A'), pass('E'));
  it('is handed to the worker once an attempt, and its outcome to the instance', () => {
    const world = worldOf([process], { worker: () => ({ do: 'complete', variables: { x: 1 } }) });
    expect(world.start('P').state).toMatchObject({ status: 'completed', variables: { x: 1 } });
  });
  it('takes its time', () => {
    const world = worldOf([process], { worker: () => ({ do: 'complete', after: 1_000 }) });
    const { id } = world.start('P');
    world.advance(999);
    expect(world.instance(id).state.status).toBe('running');
    world.advance(1);
    expect(world.instance(id).state.status).toBe('completed');
  });
  it('is tried again when its time has come', () => {
    const attempts: number[] = [];
    const world = worldOf([process], {
      worker({ attempt }) {
        attempts.push(attempt);
        return attempt === 1 ? { do: 'fail', error: 'no', retryAfter: 500 } : { do: 'complete' };
      },
    });
    const { id } = world.start('P');
    world.advance(500);
    expect([attempts, world.instance(id).state.status]).toEqual([[1, 2], 'completed']);
  });
  it('is withdrawn with its instance', () => {
    const world = worldOf([process], { worker: () => ({ do: 'complete', after: 1_000 }) });
    world.send(world.start('P').id, { type: 'cancel', reason: 'enough' });
    expect(world.advanceToNext()).toBe(false);
  });
});

describe('timers', () => {
  it('fire in order of due time, then of setting', () => {
    const world = worldOf([
      line('Slow', pass('B'), catching('T', timer(2_000))),
      line('Fast', pass('B'), catching('T', timer(1_000))),
    ]);
    for (const key of ['Slow', 'Fast', 'Fast']) world.start(key);
    world.advance(2_000);
    expect(completed(world).slice(3)).toEqual(['Fast.T', 'Fast.T', 'Slow.T']);
  });
  it('begin instances as often as their cycle says', () => {
    const world = worldOf([line('P', { ...pass('S'), triggers: [timer(1_000, 3)] }, pass('E'))]);
    world.armStarts();
    world.advance(10_000);
    expect(world.of('P').map(({ state }) => state.status)).toEqual(['completed', 'completed', 'completed']);
  });
});

describe('messages', () => {
  const sender = line('S', throwing('M', sends('m')));
  const keyed = { by: 'key' as const, key: variable('k') };
  const receiver = line('R', pass('B'), catching('C', message('m')), pass('E'));
  it('reach whoever has waited longest, once', () => {
    const world = worldOf([receiver, sender]);
    const [first, second] = [world.start('R'), world.start('R')];
    world.start('S');
    expect([first.state.status, second.state.status]).toEqual(['completed', 'running']);
  });
  it('reach the instance of the same key and no other', () => {
    const world = worldOf([
      line('R', pass('B'), catching('C', message('m', keyed)), pass('E')),
      line('S', throwing('M', sends('m', keyed))),
    ]);
    const waiting = ['a', 'b'].map((k) => world.start('R', { variables: { k } }));
    world.start('S', { variables: { k: 'b' } });
    expect(waiting.map(({ state }) => state.status)).toEqual(['running', 'completed']);
  });
  it('stay in their conversation', () => {
    const by = { by: 'conversation' as const };
    const world = worldOf([
      line('R', pass('B'), catching('C', message('m', by)), pass('E')),
      line('S', throwing('M', sends('m', by))),
    ]);
    const waiting = ['a', 'b'].map((conversation) => world.start('R', { conversation }));
    world.start('S', { conversation: 'b' });
    expect(waiting.map(({ state }) => state.status)).toEqual(['running', 'completed']);
  });
  it('of a called process stay in the conversation of its caller', () => {
    const by = { by: 'conversation' as const };
    const called = line('D', pass('B'), throwing('M', sends('m', by)), pass('E'));
    const world = worldOf([
      line('R', pass('B'), catching('C', message('m', by)), pass('E')),
      line('S', calling('A', 'D'), pass('E')),
      called,
    ]);
    const waiting = ['a', 'b'].map((conversation) => world.start('R', { conversation }));
    world.start('S', { conversation: 'b' });
    expect(waiting.map(({ state }) => state.status)).toEqual(['running', 'completed']);
  });
  it('of one key begin one instance where it takes several', () => {
    const by = { ...keyed, ifKnown: true as const };
    const start = pass('S', { triggers: [message('m', by), message('n', by)], parallelMultiple: true });
    const inputs = [{ target: 'k', value: variable('k') }];
    const told = (name: string) => line(name, { ...throwing('T', sends(name, keyed)), inputs });
    const world = worldOf([line('R', start, pass('E')), told('m'), told('n')]);
    for (const k of ['a', 'b']) world.start('m', { variables: { k } });
    for (const k of ['b', 'a']) world.start('n', { variables: { k } });
    const begun = [...world.instances.values()].filter(({ state }) => state.processKey === 'R');
    expect(begun.map(({ state }) => [state.status, state.variables.k])).toEqual([
      ['completed', 'a'],
      ['completed', 'b'],
    ]);
  });
  it('begin a process that starts on them when nobody waits', () => {
    const world = worldOf([line('R', { ...pass('S'), triggers: [message('m')] }, pass('E')), sender]);
    world.start('S');
    expect(completed(world)).toEqual(['S.M', 'R.S', 'R.E']);
  });
  it('are kept as long as they live', () => {
    const world = worldOf([receiver, sender], { timeToLive: 1_000 });
    world.start('S');
    world.start('S');
    const early = world.start('R');
    world.advance(1_000);
    const late = world.start('R');
    expect([early.state.status, late.state.status]).toEqual(['completed', 'running']);
  });
});

describe('signals', () => {
  const catcher = line('C', pass('B'), catching('S', signal('s')), pass('E'));
  it('reach everybody who waits, and begin every process that starts on them', () => {
    const world = worldOf([
      catcher,
      line('T', { ...pass('S'), triggers: [signal('s')] }),
      line('P', throwing('X', signal('s'))),
    ]);
    const waiting = [world.start('C'), world.start('C')];
    world.start('P');
    expect(waiting.map(({ state }) => state.status)).toEqual(['completed', 'completed']);
    expect(world.of('T')).toHaveLength(1);
  });
  it('are not kept', () => {
    const world = worldOf([catcher]);
    world.signal('s');
    expect(world.start('C').state.status).toBe('running');
  });
});

describe('calls', () => {
  const caller = line('P', calling('C', 'Q'), pass('E'));
  it('run another instance and take its answer', () => {
    const world = worldOf([caller, line('Q', work('W'))], {
      worker: () => ({ do: 'complete', variables: { x: 1 } }),
    });
    const { state } = world.start('P');
    expect(state.status).toBe('completed');
    expect(world.of('Q').map(({ state }) => state.calledBy?.instanceId)).toEqual([state.id]);
  });
  it('end with the caller', () => {
    const world = worldOf([caller, line('Q', work('W'))]);
    world.send(world.start('P').id, { type: 'cancel', reason: 'enough' });
    expect(world.of('Q').map(({ state }) => state.status)).toEqual(['terminated']);
  });
  it('of a process that does not exist stop with an incident', () => {
    const { state } = worldOf([caller]).start('P');
    expect(Object.values(state.incidents).map(({ code }) => code)).toEqual(['call-failed']);
  });
});

it('does the same twice', () => {
  const run = () => {
    const world = worldOf([line('P', throwing('X', signal('s')), work('W'))], {
      worker: () => ({ do: 'complete', after: 5 }),
    });
    world.start('P');
    world.advance(10);
    return JSON.stringify(world.log);
  };
  expect(run()).toBe(run());
});
