import { describe, expect, it } from 'vitest';
import { process } from '../testing/builder';
import { BEGIN, BIG, DECIDING, LEASE, sent, TOO_LARGE } from '../testing/deciding';
import { fixed } from '../testing/expressions';
import type { Behaviors } from './behavior';
import type { EngineEvent } from './events';
import type { Input } from './inputs';

const pass = DECIDING.pass!;
const behaviors: Behaviors = {
  ...DECIDING,
  'start-event': pass,
  'boundary-event': pass,
  'end-event': { activate: (step) => step.throwEvents() },
  'throw-event': { activate: (step) => step.throwEvents() },
  'service-task': DECIDING.work!,
  'sub-process': { activate: (step) => step.activateChildren() },
  'event-sub-process': { activate: (step) => step.activateChildren() },
};
const run = (executable: Parameters<typeof sent>[0], ...more: Input[]) => {
  const { answer, state } = sent(executable, [BEGIN, ...more], undefined, behaviors);
  return { events: answer as EngineEvent[], state: state! };
};
const thrown = (errorCode: string, variables: object = {}): Input => ({
  type: 'throw-error',
  key: 3,
  errorCode,
  message: 'why',
  variables: variables as never,
  lease: LEASE,
});
const work = () => process((p) => p.start('S').service('A').end('E'));
const activated = (events: EngineEvent[]) =>
  events.flatMap(({ type, elementId }) => (type === 'element.activated' ? [elementId] : []));

describe('an error of work', () => {
  const guarded = process((p) =>
    p
      .start('S')
      .service('A')
      .end('E')
      .boundaryError('All', 'A', null, { codeVariable: 'code', messageVariable: 'text' })
      .end('F')
      .boundaryError('One', 'A', 'E1', {})
      .end('G')
      .set('One', { name: 'First' }),
  );
  it.each([
    ['E1', 'One', {}],
    ['E2', 'All', { code: 'E2', text: 'why' }],
  ])('%s is caught by %s', (code, by, variables) => {
    const { events, state } = run(guarded, thrown(code, { x: 1 }));
    expect(events.find(({ type }) => type === 'error.thrown')).toStrictEqual({
      type: 'error.thrown',
      v: 1,
      elementId: 'A',
      elementType: 'serviceTask',
      key: 3,
      scopeKey: 0,
      data: { errorCode: code, message: 'why', caughtBy: by, lease: LEASE },
    });
    expect(events.find(({ type }) => type === 'element.terminated')?.data).toStrictEqual({
      reason: `The error ${code} was caught by “${by === 'One' ? 'First' : 'All'}”.`,
    });
    expect(
      events.find(({ type, elementId }) => type === 'element.activated' && elementId === by)?.data,
    ).toStrictEqual({
      attachedTo: 3,
    });
    expect(state).toMatchObject({ status: 'completed', variables: { x: 1, ...variables } });
  });
  it('with 1.05 MB parks the work it came from', () => {
    const { events, state } = run(guarded, thrown('E1', BIG));
    expect(Object.values(state.incidents)).toMatchObject([
      { code: 'work-exhausted', message: TOO_LARGE, activationKey: 3, elementId: 'A' },
    ]);
    expect(events.map(({ type }) => type)).toStrictEqual(['work.cancelled', 'incident.raised']);
  });
  it('that nothing catches is recorded as such', () => {
    const { events } = run(work(), thrown('E1'));
    expect(events.map(({ type, data }) => [type, data])).toMatchObject([
      ['work.cancelled', {}],
      ['error.thrown', { errorCode: 'E1', message: 'why', caughtBy: null, lease: LEASE }],
      ['incident.raised', { code: 'work-exhausted' }],
    ]);
  });
});

describe('an error of an end event', () => {
  const ends = (code: string, message: string) => process((p) => p.start('S').errorEnd('E', code, message));
  it.each([
    ['why', '“E” ended with the error E1, which nothing catches: why'],
    ['', '“E” ended with the error E1, which nothing catches.'],
  ])('that nothing catches fails the instance (%j)', (message, text) => {
    const { events, state } = run(ends('E1', message));
    expect(events.slice(-4)).toMatchObject([
      { type: 'error.thrown', data: { errorCode: 'E1', message, caughtBy: null } },
      { type: 'element.completed', elementId: 'E' },
      {
        type: 'incident.raised',
        elementId: 'E',
        elementType: 'endEvent',
        data: { code: 'uncaught-error', message: text },
      },
      { type: 'instance.failed', data: { errorCode: 'E1', message } },
    ]);
    expect(events.at(-2)).not.toHaveProperty('key');
    expect(state.status).toBe('failed');
  });
  it('ends what else is at work, and answers the caller', () => {
    const both = process((p) => p.start('S').service('A').from('S').errorEnd('E', 'E1'));
    const calledBy = { instanceId: 'c', key: 1 };
    const { answer } = sent(both, [{ ...BEGIN, calledBy }], undefined, behaviors);
    const events = answer as EngineEvent[];
    expect(events.find(({ type }) => type === 'element.terminated')?.data).toStrictEqual({
      reason: 'The instance failed.',
    });
    expect(events.at(-1)?.data).toStrictEqual({ errorCode: 'E1', message: '', calledBy });
  });
});

describe('the nearest catcher', () => {
  const inside = (more: (p: Parameters<Parameters<typeof process>[0]>[0]) => unknown) =>
    process((p) => {
      p.start('S')
        .sub('P', (q) => {
          q.start('s').service('A');
          more(q);
        })
        .end('E')
        .boundaryError('B', 'P', null)
        .end('F');
    });
  const fail: Input = { ...thrown('E1'), key: 6 } as Input;
  const error = { type: 'error' as const, code: 'E1' };
  it('is the border of the scope around when there is none inside', () => {
    expect(
      activated(
        run(
          inside(() => {}),
          fail,
        ).events,
      ),
    ).toStrictEqual(['B', 'F']);
  });
  it('is an event sub-process of the scope before its border', () => {
    const process = inside((q) => q.eventSub('H', error, (h) => h.start('h').end('i')));
    expect(activated(run(process, fail).events)).toStrictEqual(['H', 'h', 'i', 'E']);
  });
  it('is no event of another code or kind', () => {
    const process = inside((q) => {
      q.eventSub('H', { type: 'error', code: 'E2' }, (h) => h.start('h').end('i'));
      q.eventSub('K', { type: 'escalation', code: 'E1' }, (h) => h.start('k').end('l'));
    });
    expect(activated(run(process, fail).events)).toStrictEqual(['B', 'F']);
  });
  it('is not the event sub-process that it happens in', () => {
    const process = inside((q) => q.eventSub('H', error, (h) => h.start('h').errorEnd('i', 'E1')));
    expect(activated(run(process, fail).events)).toStrictEqual(['H', 'h', 'i', 'B', 'F']);
  });
});

describe('an escalation', () => {
  const escalation = { type: 'escalation' as const, code: fixed('x') };
  const escalates = (interrupting: boolean, codeVariable?: string) =>
    process((p) =>
      p
        .start('S')
        .sub('P', (q) => q.start('s').throw('X', escalation).service('A'))
        .end('E')
        .boundary(
          'B',
          'P',
          { type: 'escalation', code: 'x', ...(codeVariable ? { codeVariable } : {}) },
          interrupting,
        )
        .end('F'),
    );
  it('ends the activity that an interrupting event is on, and says so', () => {
    const { events, state } = run(escalates(true, 'code'));
    expect(events.findLast(({ type }) => type === 'element.terminated')).toMatchObject({
      elementId: 'P',
      data: { reason: 'The escalation x was caught by “B”.' },
    });
    expect(state).toMatchObject({ status: 'completed', variables: { code: 'x' } });
  });
  it('lets it go on beside one that does not', () => {
    const { events, state } = run(escalates(false));
    expect(activated(events)).toStrictEqual(['S', 'P', 's', 'X', 'B', 'A', 'F']);
    expect(state).toMatchObject({ status: 'running', variables: {} });
  });
  it.each([
    [undefined, { code: 'x', caughtBy: null }],
    [
      { instanceId: 'c', key: 1 },
      { code: 'x', caughtBy: null, calledBy: { instanceId: 'c', key: 1 } },
    ],
  ])('that nothing catches is told to the caller, if there is one (%#)', (calledBy, data) => {
    const process_ = process((p) => p.start('S').throw('X', escalation).end('E'));
    const { answer } = sent(process_, [calledBy ? { ...BEGIN, calledBy } : BEGIN], undefined, behaviors);
    expect((answer as EngineEvent[]).find(({ type }) => type === 'escalation.thrown')?.data).toStrictEqual(
      data,
    );
  });

  it('that is caught is not told to the caller, and its event writes no message', () => {
    const calledBy = { instanceId: 'c', key: 1 };
    const caught = process((p) =>
      p
        .start('S')
        .sub('P', (q) => q.start('s').throw('X', escalation))
        .end('E')
        .boundary('B', 'P', { type: 'escalation', code: 'x', messageVariable: 'text' }, false)
        .end('F'),
    );
    const { answer, state } = sent(caught, [{ ...BEGIN, calledBy }], undefined, behaviors);
    expect((answer as EngineEvent[]).find(({ type }) => type === 'escalation.thrown')?.data).toStrictEqual({
      code: 'x',
      caughtBy: 'B',
    });
    expect(state?.variables).toStrictEqual({ text: '' });
  });
});
