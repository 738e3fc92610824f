import { describe, expect, it } from 'vitest';
import { BEGIN, sent, waiting } from '../testing/deciding';
import { fixed, variable } from '../testing/expressions';
import { line, message, sends, signal, throwing, timer } from '../testing/world/models';
import type { Input } from './inputs';
import type { Json } from './json';
import type { Executable, Expression } from './model';
import type { Correlation, Throw, Trigger } from './triggers';

const run = (executable: Executable, begin: Partial<Extract<Input, { type: 'start' }>> = {}) => {
  const { answer, state } = sent(executable, [{ ...BEGIN, ...begin }]);
  return { events: Array.isArray(answer) ? answer : [], state: state! };
};
const parked = (executable: Executable) => Object.values(run(executable).state.incidents)[0]?.message;
const data = (executable: Executable, type: string, begin?: Parameters<typeof run>[1]) =>
  run(executable, begin).events.find((event) => event.type === type)?.data;
const throws = (what: Throw) => line('P', { ...throwing('T', what), name: 'Step' });
const bad: Expression = {
  mode: 'bounded',
  source: 'q',
  evaluate: () => ({ ok: false, code: 'x', message: 'no' }),
};

/** Each place where a text is asked for, with the words for it. */
const places: [string, (value: Expression) => Executable][] = [
  ['The message name', (name) => waiting({ type: 'message', name, correlation: { by: 'none' } })],
  ['The correlation key', (key) => waiting(message('m', { by: 'key', key }))],
  ['The signal name', (name) => waiting({ type: 'signal', name })],
  [
    'The message name',
    (name) => throws({ type: 'message', name, correlation: { by: 'none' }, timeToLive: null }),
  ],
  ['The correlation key', (key) => throws(sends('m', { by: 'key', key }))],
  ['The signal name', (name) => throws({ type: 'signal', name })],
  ['The error code', (code) => throws({ type: 'error', code, message: '' })],
  ['The escalation code', (code) => throws({ type: 'escalation', code })],
];

describe.each(places)('%s', (what, of) => {
  it.each([
    [null, 'null'],
    [[1], '[1]'],
    [{ a: 'x'.repeat(90) }, `{"a":"${'x'.repeat(74)}`],
  ] as [Json, string][])('can’t be %j', (value, shown) => {
    expect(parked(of(fixed(value)))).toBe(`${what} of “Step” must be a text, but is ${shown}.`);
  });
  it('is named when it fails', () => expect(parked(of(bad))).toBe(`${what} “q” of “Step” failed: no`));
});

describe('a name', () => {
  it.each([
    ['m', 'm'],
    [7, '7'],
    [true, 'true'],
  ])('may be %j', (value, name) => {
    const trigger: Trigger = { type: 'signal', name: fixed(value) };
    expect(data(waiting(trigger), 'signal.awaited')).toStrictEqual({ name });
  });
  it('is not empty, but the code of an error may be', () => {
    expect(parked(waiting(signal('')))).toBe('The signal name of “Step” must be a text, but is "".');
    expect(data(throws({ type: 'error', code: fixed(''), message: '' }), 'error.thrown')).toMatchObject({
      errorCode: '',
    });
    expect(data(throws({ type: 'escalation', code: fixed('') }), 'escalation.thrown')).toMatchObject({
      code: '',
    });
  });
});

describe('a message', () => {
  const conversation: Correlation = { by: 'conversation' };
  it.each([
    [{ by: 'none' }, {}, null],
    [{ by: 'key', key: fixed('k') }, {}, 'k'],
    [conversation, {}, 'conversation:i'],
    [conversation, { conversation: 'c' }, 'conversation:c'],
  ] as [Correlation, object, string | null][])(
    'is awaited and sent by %j',
    (correlation, begin, correlationKey) => {
      expect(data(waiting(message('m', correlation)), 'message.awaited', begin)).toStrictEqual({
        name: 'm',
        correlationKey,
      });
      expect(data(throws(sends('m', correlation)), 'message.sent', begin)).toMatchObject({ correlationKey });
    },
  );
  it('names its conversation only when it is sent by it', () => {
    const plain = { name: 'm', correlationKey: null, timeToLive: null, variables: {} };
    expect(data(throws(sends('m')), 'message.sent', { conversation: 'c' })).toStrictEqual(plain);
    expect(data(throws(sends('m', conversation)), 'message.sent')).toStrictEqual({
      ...plain,
      correlationKey: 'conversation:i',
      conversation: 'i',
    });
    expect(data(throws(sends('m', conversation)), 'message.sent', { conversation: 'c' })).toMatchObject({
      conversation: 'c',
    });
  });
  it.each([
    ['message.sent', sends('m')],
    ['signal.sent', signal('s')],
  ] as [string, Throw][])(
    '%s takes what its input mappings made with it, and nothing unasked',
    (type, what) => {
      const inputs = [{ target: 'a', value: variable('x') }];
      const variables = { x: 1, y: 2 };
      const process = (more: object) => line('P', { ...throwing('T', what), ...more });
      expect(data(process({ inputs }), type, { variables })).toMatchObject({ variables: { a: 1 } });
      expect(data(process({}), type, { variables })).toMatchObject({ variables: {} });
      expect(data(process({ inputs: [] }), type, { variables })).toMatchObject({ variables: {} });
    },
  );
});

describe('an event that nothing but a throw can trigger', () => {
  it.each(['error', 'escalation'] as const)('can’t wait: %s', (type) =>
    expect(() => run(waiting({ type, code: null }))).toThrow(`${type} events don't wait`),
  );
});

describe('several triggers of one event', () => {
  it('listen each on its own, numbered', () => {
    const { events } = run(waiting(message('m'), { type: 'error', code: null }, signal('s')));
    expect(
      events.filter(({ type }) => type === 'listener.attached').map((event) => event.data),
    ).toStrictEqual([
      { attachedTo: 3, trigger: 0 },
      { attachedTo: 3, trigger: 2 },
    ]);
    expect(events.map(({ type }) => type).slice(-2)).toStrictEqual(['message.awaited', 'signal.awaited']);
  });
  it('are withdrawn when the first has come', () => {
    const process = waiting(message('m'), signal('s'), timer(1_000));
    const came: Input = { type: 'receive-signal', key: 5, name: 's', variables: { x: 1 } };
    const { answer, state } = sent(process, [BEGIN, came]);
    expect(
      Array.isArray(answer) && answer.map(({ type, key }) => `${type} ${key}`).slice(0, 7),
    ).toStrictEqual([
      'signal.received 5',
      'message.forgone 4',
      'listener.detached 4',
      'timer.cancelled 6',
      'listener.detached 6',
      'listener.detached 5',
      'variables.set 3',
    ]);
    expect(state).toMatchObject({ status: 'completed', variables: { x: 1 } });
  });
});

it('a link that leads nowhere is parked', () => {
  const link: Throw = { type: 'link', targets: [] };
  expect(parked(throws(link))).toBe('“Step” leads to no link event of its name.');
  expect(parked(line('P', throwing('T', link)))).toBe('“T” leads to no link event of its name.');
});
