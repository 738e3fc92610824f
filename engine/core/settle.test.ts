import { describe, expect, it } from 'vitest';
import { process } from '../testing/builder';
import { BEGIN, DECIDING, sent } from '../testing/deciding';
import { line, pass } from '../testing/world/models';
import type { Behaviors } from './behavior';
import type { EngineEvent } from './events';
import { STEP_LIMIT } from './settle';

const behaviors: Behaviors = {
  ...DECIDING,
  'start-event': { activate: (step) => step.complete() },
  'end-event': { activate: (step) => step.complete() },
  task: { activate: (step) => step.complete() },
  'parallel-gateway': { joins: 'parallel', activate: (step) => step.complete() },
  'exclusive-gateway': { activate: (step) => step.complete(), route: (step) => step.routeFirst() },
  'sub-process': { activate: (step) => step.activateChildren() },
};
const run = (executable: Parameters<typeof sent>[0], ...more: Parameters<typeof sent>[1]) => {
  const { answer, state } = sent(executable, [BEGIN, ...more], undefined, behaviors);
  return { events: answer as EngineEvent[], state: state! };
};

describe('an endless loop', () => {
  const loop = process((p) => p.start('S').task('A').task('B').flow('B', 'A'));
  it('is stopped after so many steps, and says so', () => {
    const { events, state } = run(loop);
    expect(Object.values(state.incidents)).toMatchObject([
      {
        code: 'step-limit',
        message: 'The process went through 10000 steps without waiting; it may be a loop that never ends.',
      },
    ]);
    // each of its elements takes the phases input, activate, output and leave
    expect(events.filter(({ type }) => type === 'element.completed')).toHaveLength(STEP_LIMIT / 4);
  });
  it('goes as far again when it is retried', () => {
    const { incidents } = run(loop).state;
    const [incident] = Object.values(incidents);
    const retry = { type: 'retry-incident' as const, incidentKey: incident!.key, reason: '' };
    const { events, state } = run(loop, retry);
    expect(events.filter(({ type }) => type === 'element.completed')).toHaveLength(STEP_LIMIT / 4);
    expect(Object.values(state.incidents)).toMatchObject([{ code: 'step-limit' }]);
  });
});

describe('tokens that can go nowhere', () => {
  const stuck = process((p) =>
    p.start('S').exclusive('X').task('A').parallel('J').end('E').from('X').task('B').flow('B', 'J'),
  );
  it('are an incident of the process that names the join, once', () => {
    const { events, state } = run(stuck);
    expect(state.status).toBe('running');
    expect(events.filter(({ type }) => type === 'incident.raised')).toStrictEqual([
      {
        type: 'incident.raised',
        v: 1,
        elementId: 'J',
        elementType: 'parallelGateway',
        data: { incidentKey: 7, code: 'deadlock', message: '“J” waits for a token that can no longer come.' },
      },
    ]);
    const [incident] = Object.values(state.incidents);
    const again = run(stuck, { type: 'retry-incident', incidentKey: incident!.key, reason: 'r' });
    expect(again.events.map(({ type }) => type)).toStrictEqual(['incident.resolved', 'incident.raised']);
  });
  it('are an incident of the sub-process they are in', () => {
    const inner = process((p) =>
      p
        .start('S')
        .sub('P', (q) =>
          q.start('s').exclusive('X').task('A').parallel('J').from('X').task('B').flow('B', 'J'),
        )
        .end('E')
        .set('J', { name: 'Both' }),
    );
    const { events, state } = run(inner);
    expect(events.findLast(({ type }) => type === 'incident.raised')).toMatchObject({
      elementId: 'P',
      data: { code: 'deadlock', message: '“Both” waits for a token that can no longer come.' },
    });
    const [incident] = Object.values(state.incidents);
    const again = run(inner, { type: 'retry-incident', incidentKey: incident!.key, reason: 'r' });
    expect(again.events.map(({ type }) => type)).toStrictEqual(['incident.resolved', 'incident.raised']);
  });
});

describe('the flows out of a step', () => {
  it('are one at least', () => {
    const gate = line('P', { ...pass('A'), name: 'Step' }, pass('E'));
    const flows = {
      'A>E': { ...gate.flows['A>E']!, condition: { mode: 'static', source: 'false', value: false } },
    } as const;
    expect(Object.values(run({ ...gate, flows }).state.incidents)).toMatchObject([
      { code: 'no-flow-matched', message: 'No condition after “Step” is true and it has no default flow.' },
    ]);
  });
  it('name the flow whose condition can’t be decided', () => {
    const gate = line('P', { ...pass('A'), name: 'Step' }, pass('E'));
    const flows = {
      'A>E': { ...gate.flows['A>E']!, condition: { mode: 'static', source: 'x', value: 1 } },
    } as const;
    expect(Object.values(run({ ...gate, flows }).state.incidents)).toMatchObject([
      { message: 'The condition of flow A>E “x” of “Step” is neither true nor false but 1.' },
    ]);
  });
});

describe('the default flow out of a step', () => {
  const static_ = (value: boolean) => ({ mode: 'static' as const, source: `${value}`, value });
  const taken = (...conditions: (boolean | null)[]) => {
    const executable = process((p) => {
      p.start('S').task('A');
      for (const [index, condition] of conditions.entries()) {
        p.from('A').end(`E${index}`);
        if (condition !== null) p.when(static_(condition));
      }
      p.from('A').end('D').when(static_(true)).byDefault();
    });
    return run(executable).events.flatMap((event) =>
      event.type === 'flow.taken' && event.data.flowId.startsWith('A>') ? [event.data.target] : [],
    );
  };
  it.each([
    [[true], ['E0']],
    [[false], ['D']],
    [[true, false], ['E0']],
    [[false, false], ['D']],
    [[null], ['E0', 'D']],
    [
      [null, true],
      ['E0', 'E1'],
    ],
    [
      [null, false],
      ['E0', 'D'],
    ],
  ] as [(boolean | null)[], string[]][])('beside conditions %j: %j', (conditions, expected) =>
    expect(taken(...conditions)).toStrictEqual(expected),
  );
});

describe('what does not belong together', () => {
  const gone = (nodes: object) => () => sent({ ...line('P', pass('A')), nodes } as never, [BEGIN]);
  it('throws for an element the process lacks', () =>
    expect(gone({})).toThrow('the process has no element A'));
  it('throws for a kind nobody registered', () => {
    const [node] = Object.values(line('P', pass('A')).nodes);
    expect(gone({ A: { ...node, kind: 'odd' } })).toThrow('no behaviour for kind odd');
  });
});
