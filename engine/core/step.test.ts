import { describe, expect, it } from 'vitest';
import { BEGIN, LEASE, sent } from '../testing/deciding';
import { fixed, outside } from '../testing/expressions';
import { EPOCH } from '../testing/scenario';
import { BEHAVIORS, line, pass } from '../testing/world/models';
import type { Behaviors, Step } from './behavior';
import type { EngineEvent } from './events';
import type { Input } from './inputs';
import type { Executable } from './model';

const only = line('P', { id: 'A', kind: 'it', name: 'Step' }, pass('E'));
const run = (activate: (step: Step) => void, inputs: Input[] = [], executable: Executable = only) => {
  const behaviors: Behaviors = { ...BEHAVIORS, it: { activate } };
  const { answer, state } = sent(executable, [BEGIN, ...inputs], undefined, behaviors);
  return { events: answer as EngineEvent[], state: state! };
};
const types = (events: EngineEvent[]) => events.map(({ type }) => type);

it('shows a behaviour where it is, when it is and for whom', () => {
  const seen: unknown[] = [];
  run((step) => {
    seen.push(step.key, step.node.id, step.now, step.actor.id, step.executable.processKey, step.state.id);
    step.complete();
  });
  expect(seen).toStrictEqual([1, 'A', EPOCH, 'ben', 'P', 'i']);
});

describe('a phase that is abandoned', () => {
  it('leaves nothing of what it did', () => {
    const { events, state } = run((step) => {
      step.note(1);
      step.activateChildren(['E']);
      step.raiseIncident('not-implemented', 'Not yet.');
    });
    expect(types(events)).toStrictEqual(['instance.started', 'element.activated', 'incident.raised']);
    expect(state.activations).toStrictEqual({
      1: { key: 1, elementId: 'A', scopeKey: 0, status: 'incident', phase: 'activate' },
    });
    expect(Object.values(state.incidents)).toStrictEqual([
      { key: 2, activationKey: 1, elementId: 'A', code: 'not-implemented', message: 'Not yet.' },
    ]);
  });
  it('by a bug is no incident', () =>
    expect(() =>
      run(() => {
        throw new TypeError('bug');
      }),
    ).toThrow('bug'));
});

describe('work', () => {
  const works = (step: Step) => step.createWork({ workType: 'w', retries: 2, payload: { a: 1 } });
  it('is asked for with what the behaviour says', () =>
    expect(run(works).events.at(-1)).toStrictEqual({
      type: 'work.created',
      v: 1,
      elementId: 'A',
      elementType: 'task',
      key: 1,
      scopeKey: 0,
      data: { workType: 'w', retries: 2, attempt: 1, payload: { a: 1 } },
    }));
  it('counts on from attempts that came to nothing', () => {
    const failed: Input = { type: 'fail-work', key: 1, error: 'x', lease: LEASE };
    const retried: Input = { type: 'retry-incident', incidentKey: 2, reason: '' };
    expect(run(works, [failed, retried]).events.at(-1)?.data).toMatchObject({ retries: 3, attempt: 2 });
  });
});

describe('an answer', () => {
  const asks = (step: Step) => {
    const first = step.evaluate(outside('= f()'), 'It');
    step.complete({ first, second: step.evaluate(outside('= g()'), 'It') });
  };
  const answer = (source: string, value: number): Input => ({
    type: 'answer',
    key: 1,
    answers: [{ source, result: { ok: true, value } }],
  });
  it('is kept while the same phase asks for more', () => {
    expect(run(asks, [answer('= f()', 1), answer('= g()', 2)]).state.variables).toStrictEqual({
      first: 1,
      second: 2,
    });
  });
  it('is asked for with a number of attempts of its own', () => {
    expect(run(asks, [answer('= f()', 1)]).events.at(-1)?.data).toMatchObject({ attempt: 1, retries: 3 });
  });
  it('counts attempts that came to nothing', () => {
    const failed: Input = { type: 'fail-work', key: 1, error: 'x', lease: LEASE };
    const retried: Input = { type: 'retry-incident', incidentKey: 2, reason: '' };
    expect(run(asks, [failed, retried]).events.at(-1)?.data).toMatchObject({ attempt: 2, retries: 4 });
  });
  it('that says no parks the phase that asked, to be asked again', () => {
    const no: Input = {
      type: 'answer',
      key: 1,
      answers: [{ source: '= f()', result: { ok: false, message: 'no' } }],
    };
    const { events, state } = run(asks, [no]);
    expect(types(events)).toStrictEqual(['expressions.answered', 'incident.raised']);
    expect(events[0]?.data).toStrictEqual({ answers: {} });
    expect(state.activations[1]).toMatchObject({ status: 'incident', phase: 'activate' });
  });
});

describe('a timer', () => {
  it('is set with the data the behaviour keeps, if any', () => {
    const set = (data?: number) => run((step) => step.setTimer('2027', data)).events.slice(2);
    expect(set(7)).toMatchObject([
      { type: 'behavior.noted', data: { data: 7 } },
      { type: 'timer.set', data: { dueAt: '2027' } },
    ]);
    expect(set()).toMatchObject([{ type: 'timer.set', data: { dueAt: '2027' } }]);
  });
});

describe('a call', () => {
  const called = {
    processKey: 'Q',
    binding: { type: 'latest' as const },
    businessKey: null,
    variables: { x: 1 },
  };
  const call = (step: Step) => step.call(called);
  const failed = (errorCode: string | null): Input => ({
    type: 'fail-call',
    key: 1,
    errorCode,
    message: 'Gone.',
  });
  it('is numbered, and a retry is another one', () => {
    expect(run(call).events.at(-1)?.data).toStrictEqual({ ...called, attempt: 1 });
    const retried: Input = { type: 'retry-incident', incidentKey: 2, reason: '' };
    expect(run(call, [failed(null), retried]).events.at(-1)?.data).toStrictEqual({ ...called, attempt: 2 });
  });
  it.each([
    [null, '“Step” was not done. Gone.'],
    ['E1', '“Step” was not done. It failed with the error E1, which nothing catches: Gone.'],
  ])('that came to nothing is parked and says why (%j)', (errorCode, message) => {
    const { events, state } = run(call, [failed(errorCode)]);
    expect(events[0]).toMatchObject({
      type: 'call.failed',
      elementId: 'A',
      data: { errorCode, message: 'Gone.' },
    });
    expect(Object.values(state.incidents)).toMatchObject([
      { code: 'call-failed', message, activationKey: 1 },
    ]);
    expect(state.activations[1]).toMatchObject({ phase: 'input' });
  });
  it('gives its variables, or what the behaviour makes of them', () => {
    const returned: Input = { type: 'return-call', key: 1, variables: { a: 1 } };
    expect(run(call, [returned]).state.variables).toStrictEqual({ a: 1 });
    const behaviors: Behaviors = {
      ...BEHAVIORS,
      it: {
        activate: call,
        returned: (facts, _config, { a = null }) => ({ b: a, by: facts.actor.id, at: facts.now }),
      },
    };
    const { answer, state } = sent(only, [BEGIN, returned], undefined, behaviors);
    expect(state?.variables).toStrictEqual({ b: 1, by: 'ben', at: EPOCH });
    expect((answer as EngineEvent[])[0]?.data).toStrictEqual({ variables: { b: 1, by: 'ben', at: EPOCH } });
  });
});

describe('a scope', () => {
  it('of nothing is over at once', () => {
    const { events } = run((step) => step.activateChildren([]));
    expect(types(events).slice(1)).toStrictEqual([
      'element.activated',
      'element.completed',
      'flow.taken',
      'element.activated',
      'element.completed',
      'instance.completed',
    ]);
  });
  it('knows what lives in it, but not what only listens', () => {
    const living: (readonly string[])[] = [];
    const behaviors: Behaviors = {
      ...BEHAVIORS,
      it: {
        activate: (step) => step.activateChildren(['B', 'C', 'D']),
        childCompleted: (_step, _config, left) => {
          living.push(left);
          return left.length > 1 ? { is: 'go-on' } : { is: 'done' };
        },
      },
    };
    const part = (id: string, kind: string) => ({
      ...line('P', { id, kind }).nodes[id]!,
      scope: 'A',
    });
    const nodes = {
      ...only.nodes,
      A: { ...only.nodes.A!, eventSubProcesses: ['H'] },
      B: part('B', 'work'),
      C: part('C', 'work'),
      D: part('D', 'work'),
      H: { ...part('H', 'pass'), triggers: [{ type: 'signal' as const, name: fixed('s') }] },
    };
    const listening = run((step) => step.activateChildren(['B', 'C', 'D']), [], { ...only, nodes }).events;
    const keys = listening.filter(({ type }) => type === 'work.created').map(({ key }) => key as number);
    const done = (key: number): Input => ({ type: 'complete-work', key, variables: {}, lease: LEASE });
    const { answer, state } = sent(
      { ...only, nodes },
      [BEGIN, ...keys.slice(0, 2).map(done)],
      undefined,
      behaviors,
    );
    expect(living).toStrictEqual([['C', 'D'], ['D']]);
    expect((answer as EngineEvent[]).find(({ type }) => type === 'element.terminated')).toMatchObject({
      elementId: 'D',
      data: { reason: 'The completion condition is met.' },
    });
    expect(state?.status).toBe('completed');
  });
});
