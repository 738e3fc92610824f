import { describe, expect, it } from 'vitest';
import { runScenario, runScenarios, type Scenario, type Step } from '.';
import { flow, processDocument, service } from './testing';

/** Start → Work → Big? → (yes) End_big, else back to Work while n < 3; a timer and an error on the border of Work. */
const LOOP = processDocument(
  `<bpmn:startEvent id="Start" />${service('Work', 'Do the work')}
  <bpmn:exclusiveGateway id="Big" name="Big?" default="Again" />
  <bpmn:endEvent id="End_big" name="Done" /><bpmn:endEvent id="End_late" name="Late" /><bpmn:endEvent id="End_wrong" />
  <bpmn:boundaryEvent id="Late" attachedToRef="Work"><bpmn:timerEventDefinition id="T">
    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT2H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
  <bpmn:boundaryEvent id="Wrong" attachedToRef="Work"><bpmn:errorEventDefinition id="D" errorRef="E" /></bpmn:boundaryEvent>
  ${flow('F1', 'Start', 'Work')}${flow('F2', 'Work', 'Big')}${flow('Yes', 'Big', 'End_big', 'n > 2')}${flow('Again', 'Big', 'Work')}
  ${flow('F3', 'Late', 'End_late')}${flow('F4', 'Wrong', 'End_wrong')}`,
  '<bpmn:error id="E" errorCode="WRONG" />',
);

const run = (steps: readonly Step[], expected: Scenario['expect'], more: Partial<Scenario> = {}) => {
  const result = runScenario(LOOP, { scenario: 'x', steps, expect: expected, ...more });
  return result.ok ? 'passes' : result.difference.message;
};
const work = (n: number): Step => ({ at: 'Work', result: { n } });

describe('a scenario', () => {
  it.each<[string, Step[], Scenario['expect'], string]>([
    ['follows conditions', [work(1), work(3)], { ends: ['End_big'], variables: { n: 3 } }, 'passes'],
    [
      'takes a flow',
      [work(1), { at: 'Big', flows: ['Yes'] }],
      { ends: ['End_big'], variables: { n: 1 } },
      'passes',
    ],
    [
      'takes flows for one pass each',
      [
        work(9),
        { at: 'Big', flows: ['Again'] },
        work(1),
        { at: 'Big', flows: [] },
        work(1),
        { at: 'Big', flows: ['Yes'] },
      ],
      { ends: ['End_big'] },
      'passes',
    ],
    ['rings timers on the way', [{ wait: 'PT3H' }], { ends: ['End_late'] }, 'passes'],
    ['jumps to a timer', [{ at: 'Late', timer: 'fire' }], { ends: ['End_late'] }, 'passes'],
    ['throws errors', [{ at: 'Work', error: 'WRONG' }], { ends: ['End_wrong'] }, 'passes'],
    ['may expect to wait', [], { status: 'running', waits: ['Work'] }, 'passes'],
    [
      'says when it waits instead of ending',
      [{ wait: 'PT1H' }],
      {},
      'It should be completed, but is running. It waits at “Do the work”.',
    ],
    [
      'says which end was reached',
      [work(3)],
      { ends: ['End_late'] },
      'It should end at “Late”, but it is “Done”.',
    ],
    [
      'says which variable differs',
      [{ at: 'Work', result: { n: 3, order: { lines: [1, 2], by: 'x' } } }],
      { variables: { order: { lines: [1, 3] } } },
      'The variable order.lines[2] should be 3, but is 2.',
    ],
    [
      'says which variable is not set',
      [work(3)],
      { variables: { total: 1 } },
      'The variable total should be 1, but is not set.',
    ],
    [
      'says which step can’t be done',
      [work(3), work(4)],
      {},
      'Step 2: “Do the work” doesn’t wait for work now: the process has ended (completed).',
    ],
    [
      'says what waits instead',
      [{ at: 'Work', form: {} }],
      {},
      'Step 1: “Do the work” doesn’t wait for a person now: it waits for work to be done.',
    ],
    [
      'refuses flows of others',
      [work(1), { at: 'Big', flows: ['F1'] }],
      {},
      'Step 2: No flow “F1” leaves “Big?”.',
    ],
    [
      'names the incident',
      [{ at: 'Work', error: 'OTHER' }],
      {},
      'It should be completed, but is running. “Do the work” has an incident: The work of “Do the work” reported the error OTHER, which nothing catches.',
    ],
  ])('%s', (_title, steps, expected, words) => {
    expect(run(steps, expected)).toBe(words);
  });

  it('gives the same result each time, with a clock of its own', () => {
    const scenario: Scenario = {
      scenario: 'x',
      clock: '2027-03-01T08:00:00.000Z',
      steps: [{ wait: 'PT2H' }],
      expect: {},
    };
    const [one, two] = runScenarios(LOOP, [scenario, scenario]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ ok: true, session: { now: '2027-03-01T10:00:00.000Z' } });
  });

  it('asks for a process that runs', () => {
    expect(run([], {}, { process: 'Q' })).toBe('There is no process “Q” that runs.');
  });

  it('says why a draft can’t run', () => {
    const broken =
      processDocument(`<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" /><bpmn:endEvent id="E" />
      <bpmn:endEvent id="F" />${flow('A', 'S', 'G')}${flow('B', 'G', 'E', 'n &gt;')}${flow('C', 'G', 'F', 'true')}`);
    const [first] = runScenarios(broken, [{ scenario: 'x', steps: [], expect: {} }]);
    expect(first).toMatchObject({
      ok: false,
      difference: { message: expect.stringMatching(/^The process can’t run: The condition can't be read/) },
    });
  });

  it('ends a loop without a wait, and says so', () => {
    const round =
      processDocument(`<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" default="B" /><bpmn:endEvent id="E" />
      ${flow('A', 'S', 'G')}${flow('B', 'G', 'G')}${flow('C', 'G', 'E', 'false')}`);
    const result = runScenario(round, { scenario: 'x', steps: [], expect: {} });
    expect(result).toMatchObject({
      ok: false,
      difference: { message: expect.stringContaining('It should be completed, but is running') },
    });
  });
});

describe('events', () => {
  const EVENTS = processDocument(
    `<bpmn:startEvent id="Start"><bpmn:messageEventDefinition id="M1" messageRef="Order" /></bpmn:startEvent>
    <bpmn:eventBasedGateway id="First" />
    <bpmn:intermediateCatchEvent id="Paid"><bpmn:messageEventDefinition id="M2" messageRef="Payment" /></bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="Stop"><bpmn:signalEventDefinition id="S2" signalRef="Halt" /></bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="Shipped" /><bpmn:endEvent id="Stopped" />
    ${flow('A', 'Start', 'First')}${flow('B', 'First', 'Paid')}${flow('C', 'First', 'Stop')}
    ${flow('D', 'Paid', 'Shipped')}${flow('E', 'Stop', 'Stopped')}`,
    `<bpmn:message id="Order" name="order" /><bpmn:signal id="Halt" name="halt" />
     <bpmn:message id="Payment" name="payment"><bpmn:extensionElements><zeebe:subscription correlationKey="=id" /></bpmn:extensionElements></bpmn:message>`,
  );
  const start = { event: 'Start', variables: { id: 7 } };

  it.each<[string, Step, string]>([
    ['a message with variables', { at: 'Paid', message: { amount: 3 } }, 'Shipped'],
    ['a signal', { at: 'Stop', signal: {} }, 'Stopped'],
  ])('%s decides which way a started process goes', (_what, step, end) => {
    const result = runScenario(EVENTS, { scenario: 'x', start, steps: [step], expect: { ends: [end] } });
    expect(result.ok ? 'passes' : result.difference.message).toBe('passes');
  });
});
