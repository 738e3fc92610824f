import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/engine/core/json';
import type { ExecutionListener, TaskMoment } from '@/engine/core/model';
import { type ProcessBuilder, process } from '@/engine/testing/builder';
import { fixed, outside, variable } from '@/engine/testing/expressions';
import {
  ANNA,
  answers,
  BEN,
  cancel,
  decide,
  failWork,
  play,
  retry,
  type Sent,
  start,
  throwing,
  trace,
} from '@/engine/testing/scenario';
import { behaviors } from './behaviors';

const work = (type: string): ExecutionListener => ({ workType: fixed(type), retries: 2 });
type Listeners = Partial<Record<TaskMoment | 'start' | 'end', ExecutionListener[]>>;
/** A task `A` with listeners, which `config` describes. */
const drawn = (listeners: Listeners, config: object = {}, more: (p: ProcessBuilder) => unknown = () => {}) =>
  process((p) => {
    p.start('S').user('A', config).set('A', { listeners }).end('E');
    return more(p);
  });
type Player = ReturnType<typeof play>;

/** What is waited for, by type of work; `task` for people, `Z*` for an event that listens. */
const waiting = (player: Player) =>
  Object.values(player.current.activations).flatMap(({ wait, elementId }) =>
    wait?.kind === 'work'
      ? [wait.workType]
      : wait?.kind === 'task'
        ? ['task']
        : wait
          ? [`${elementId}*`]
          : [],
  );
/** The work of one type, done or otherwise ended. */
const keyOf = (player: Player, type: string) =>
  Object.values(player.current.activations).find(
    ({ wait }) => wait?.kind === 'work' && wait.workType === type,
  )!.key;
const done =
  (type: string, variables: JsonObject = {}): Sent =>
  (player) => {
    const key = keyOf(player, type);
    const wait = player.current.activations[key]?.wait;
    const attempt = wait?.kind === 'work' ? wait.attempt : 0;
    return player.send({
      type: 'complete-work',
      key,
      variables,
      lease: { worker: 'w', leasedAt: player.now, attempt },
    });
  };
const task = (player: Player) =>
  Object.values(player.current.activations).find(
    ({ elementId, attachedTo }) => elementId === 'A' && attachedTo === undefined,
  )!;
const claim: Sent = (player) =>
  player.send({ type: 'claim-task', key: task(player).key, personId: BEN.id, personName: BEN.name }, BEN);
const release: Sent = (player) => player.send({ type: 'release-task', key: task(player).key }, BEN);
const delegate: Sent = (player) =>
  player.send({ type: 'delegate-task', key: task(player).key, to: ANNA.id, toName: ANNA.name }, BEN);
const change: Sent = (player) =>
  player.send({ type: 'set-variables', variables: { x: 1 }, scopeKey: task(player).key, reason: 'r' }, ANNA);
const decideBy =
  (by = BEN, variables: JsonObject = {}): Sent =>
  (player) =>
    player.send(
      {
        type: 'complete-task',
        key: task(player).key,
        outcome: null,
        variables,
        comment: null,
        contentDigest: null,
      },
      by,
    );
/** What the last piece of work is told of the task, by the names of Zeebe without their prefix. */
const told = (player: Player) => {
  const event = player.events.findLast(({ type }) => type === 'work.created');
  const { headers } = (event!.data as { payload: { headers: JsonObject } }).payload;
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.replace(/^io\.camunda\.zeebe:/, ''), value]),
  );
};

describe('listeners for the creation of a task', () => {
  it('are done before anybody sees it, one after the other, after those of the element', () => {
    const player = play(drawn({ start: [work('0')], creating: [work('1'), work('2')] }), behaviors, [
      start(),
    ]);
    for (const type of ['0', '1', '2']) {
      expect(waiting(player)).toEqual([type]);
      done(type)(player);
    }
    expect(waiting(player)).toEqual(['task']);
    expect(trace(player.events).match(/task\.opened/g)).toHaveLength(1);
  });

  it('give what the task is made of', () => {
    const player = play(drawn({ creating: [work('1')] }, { assignee: variable('who') }), behaviors, [
      start({ who: 'anna' }),
      done('1', { who: 'ben' }),
    ]);
    expect(task(player).wait).toMatchObject({ assignee: 'ben' });
    expect(player.current.variables).toEqual({ who: 'anna' });
  });

  it('are told what the task is', () => {
    const config = {
      assignee: fixed('anna'),
      candidateUsers: fixed(['ben']),
      candidateGroups: fixed(['a', 'b']),
      dueDate: fixed('2026-01-02T00:00:00Z'),
      priority: fixed('7'),
    };
    const player = play(drawn({ creating: [work('1')] }, config), behaviors, [start()]);
    expect(told(player)).toEqual({
      action: 'create',
      userTaskKey: String(task(player).key),
      assignee: 'anna',
      candidateUsers: '["ben"]',
      candidateGroups: '["a","b"]',
      dueDate: '2026-01-02T00:00:00.000Z',
      priority: '7',
    });
  });

  it('are not told what there is not', () => {
    const player = play(drawn({ creating: [work('1')] }), behaviors, [start()]);
    expect(told(player)).toEqual({ action: 'create', userTaskKey: String(task(player).key) });
  });

  it('may have a type that is computed outside', () => {
    const player = play(drawn({ creating: [{ workType: outside('= f()'), retries: 1 }] }), behaviors, [
      start(),
      answers('A', { '= f()': 'made' }),
    ]);
    expect(waiting(player)).toEqual(['made']);
    done('made')(player);
    expect(waiting(player)).toEqual(['task']);
  });

  it('are repaired without doing again what is done', () => {
    const player = play(drawn({ creating: [work('1'), work('2')] }), behaviors, [
      start(),
      done('1'),
      failWork('A'),
    ]);
    expect(Object.values(player.current.incidents)).toMatchObject([{ code: 'work-exhausted' }]);
    retry()(player);
    expect(waiting(player)).toEqual(['2']);
    done('2')(player);
    expect(waiting(player)).toEqual(['task']);
  });

  it('are withdrawn when the border interrupts the task', () => {
    const player = play(
      drawn({ creating: [work('1')] }, {}, (p) =>
        p.boundary('B', 'A', { type: 'signal', name: fixed('s') }).end('F'),
      ),
      behaviors,
      [start()],
    );
    expect(waiting(player)).toEqual(['1', 'B*']);
    player.send({ type: 'receive-signal', key: player.key('B'), name: 's', variables: {} });
    expect(player.current.status).toBe('completed');
    expect(trace(player.events)).toContain('work.cancelled(A)');
  });
});

describe('listeners for the assignment of a task', () => {
  it('are done before it is seen where it begins with an assignee, after those for its creation', () => {
    const player = play(
      drawn({ creating: [work('1')], assigning: [work('2'), work('3')] }, { assignee: fixed('anna') }),
      behaviors,
      [start()],
    );
    for (const type of ['1', '2', '3']) {
      expect(waiting(player)).toEqual([type]);
      done(type)(player);
    }
    expect(waiting(player)).toEqual(['task']);
  });

  it('are told what the task is where it begins with an assignee', () => {
    const player = play(drawn({ assigning: [work('1')] }, { assignee: fixed('anna') }), behaviors, [start()]);
    expect(told(player)).toEqual({
      action: 'create',
      userTaskKey: String(task(player).key),
      assignee: 'anna',
    });
  });

  it('have nothing to do where it begins without one', () => {
    expect(waiting(play(drawn({ assigning: [work('1')] }), behaviors, [start()]))).toEqual(['task']);
  });

  it.each([
    ['claimed', [claim], { action: 'claim', assignee: BEN.id }],
    ['delegated', [delegate], { action: 'assign', assignee: ANNA.id }],
    ['released', [claim, done('1'), release], { action: 'unassign' }],
  ] as [string, Sent[], object][])('are told beside it when it is %s', (_what, steps, expected) => {
    const player = play(drawn({ assigning: [work('1')] }), behaviors, [start(), ...steps]);
    expect(waiting(player)).toEqual(['task', '1']);
    expect(told(player)).toEqual({ userTaskKey: String(task(player).key), ...expected });
    done('1', { seen: true })(player);
    expect(waiting(player)).toEqual(['task']);
    expect(task(player).variables).toEqual({ seen: true });
    expect(Object.keys(player.current.activations)).toHaveLength(1);
  });

  it('hear of one change after the other, each of them all', () => {
    const player = play(drawn({ assigning: [work('1'), work('2')] }), behaviors, [start(), claim, release]);
    const actions = [];
    for (const type of ['1', '2', '1', '2']) {
      expect(waiting(player)).toEqual(['task', type]);
      actions.push(told(player).action);
      done(type)(player);
    }
    expect(actions).toEqual(['claim', 'claim', 'unassign', 'unassign']);
    expect(waiting(player)).toEqual(['task']);
  });

  it('hold back the end of the task until they have heard of everything', () => {
    const player = play(drawn({ assigning: [work('1')], completing: [work('9')] }), behaviors, [
      start(),
      claim,
      release,
      decideBy(),
    ]);
    for (const type of ['1', '1', '9']) {
      expect(waiting(player)).toEqual([type]);
      done(type)(player);
    }
    expect(player.current.status).toBe('completed');
  });

  it('are repaired beside the task', () => {
    const player = play(drawn({ assigning: [work('1')] }), behaviors, [start(), claim, failWork('A')]);
    expect(waiting(player)).toEqual(['task']);
    decideBy()(player);
    expect(player.current.status).toBe('running');
    retry()(player);
    expect(waiting(player)).toEqual(['1']);
    done('1')(player);
    expect(player.current.status).toBe('completed');
  });

  it('may report an error, which interrupts the task', () => {
    const player = play(
      drawn({ assigning: [work('1')] }, {}, (p) => p.boundaryError('B', 'A', 'X').service('C').end('F')),
      behaviors,
      [start(), claim, throwing('A', 'X')],
    );
    expect(waiting(player)).toEqual(['work']);
  });

  it('are withdrawn with the instance', () => {
    const player = play(drawn({ assigning: [work('1')] }), behaviors, [start(), claim, cancel()]);
    expect([player.current.status, player.current.activations]).toEqual(['terminated', {}]);
  });

  it('may have a type that is computed outside', () => {
    const player = play(drawn({ assigning: [{ workType: outside('= f()'), retries: 1 }] }), behaviors, [
      start(),
      claim,
      answers('A', { '= f()': 'made' }),
    ]);
    expect(waiting(player)).toEqual(['task', 'made']);
    done('made')(player);
    expect(waiting(player)).toEqual(['task']);
  });

  it('may have a type that is made of what the task sees', () => {
    const inputs = [{ target: 'kind', value: fixed('made') }];
    const listeners = { assigning: [{ workType: variable('kind'), retries: 1 }] };
    const player = play(
      drawn(listeners, {}, (p) => p.set('A', { inputs })),
      behaviors,
      [start(), claim],
    );
    expect(waiting(player)).toEqual(['task', 'made']);
  });
});

describe('listeners for changes of a task’s data', () => {
  it('are told when its own variables are changed', () => {
    const player = play(drawn({ updating: [work('1')] }), behaviors, [start(), change]);
    expect(waiting(player)).toEqual(['task', '1']);
    expect(told(player)).toMatchObject({ action: 'update', changedAttributes: '["variables"]' });
  });

  it('are not told of variables of the instance, or of claims', () => {
    const player = play(drawn({ updating: [work('1')] }), behaviors, [start(), claim]);
    player.send({ type: 'set-variables', variables: { x: 1 }, reason: 'r' }, ANNA);
    expect(waiting(player)).toEqual(['task']);
  });
});

describe('listeners for the end of a task', () => {
  it('are done after the decision and before the element ends', () => {
    const player = play(
      drawn({ completing: [work('1'), work('2')], end: [work('3')] }, {}, (p) =>
        p.set('A', { outputs: [{ target: 'seen', value: variable('y') }] }),
      ),
      behaviors,
      [start(), decideBy(BEN, { y: 1 })],
    );
    expect(told(player)).toEqual({ action: 'complete', userTaskKey: String(task(player).key) });
    done('1')(player);
    done('2', { y: 2 })(player);
    expect(player.current.variables).toEqual({ seen: 2 });
    expect(waiting(player)).toEqual(['3']);
    done('3')(player);
    expect(player.current.status).toBe('completed');
  });

  it('give what the decision gives where nothing is mapped', () => {
    const player = play(drawn({ completing: [work('1')] }), behaviors, [
      start({ y: 0 }),
      decideBy(BEN, { x: 1 }),
      done('1', { y: 2, z: 3 }),
    ]);
    expect(player.current.variables).toEqual({ x: 1, y: 2, z: 3 });
  });

  it('let nobody decide again, and are interrupted by the border', () => {
    const player = play(
      drawn({ completing: [work('1')] }, {}, (p) =>
        p.boundary('B', 'A', { type: 'signal', name: fixed('s') }).end('F'),
      ),
      behaviors,
      [start(), decideBy()],
    );
    expect(waiting(player)).toEqual(expect.arrayContaining(['B*', '1']));
    expect(decideBy()(player)).toMatchObject({ code: 'task-already-decided' });
    player.send({ type: 'receive-signal', key: player.key('B'), name: 's', variables: {} });
    expect(player.current.status).toBe('completed');
  });

  it('are repaired', () => {
    const player = play(drawn({ completing: [work('1'), work('2')] }), behaviors, [
      start(),
      decide('A', null),
      done('1'),
      failWork('A'),
      retry(),
    ]);
    expect(waiting(player)).toEqual(['2']);
    done('2')(player);
    expect(player.current.status).toBe('completed');
  });
});
