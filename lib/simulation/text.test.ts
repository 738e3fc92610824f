import { describe, expect, it } from 'vitest';
import { scenarioKey } from './scenario-of';
import { readScenario, scenarioText } from './text';
import type { Scenario } from './types';

const SCENARIO: Scenario = {
  scenario: 'Large invoice: refused',
  process: 'invoice',
  start: { variables: { amount: 12480, text: 'two\nlines: "quoted"', yes: 'yes', none: null } },
  steps: [
    { at: 'Read', result: { extraction: { value: { lines: [1, { a: true }] } } } },
    { wait: 'PT4H' },
    { at: 'Review', form: {}, outcome: 'reject', comment: 'No order.' },
    { at: 'Gate', flows: ['a', 'b'] },
    { at: 'Late', timer: 'fire' },
  ],
  expect: { ends: ['Returned'], variables: { amount: 12480 } },
};

describe('the text of a scenario', () => {
  it('reads back as the same scenario, and writes the same text again', () => {
    const text = scenarioText(SCENARIO);
    const read = readScenario(text);
    expect(read).toEqual({ ok: true, scenario: SCENARIO });
    expect(read.ok && scenarioText(read.scenario)).toBe(text);
    expect(text.startsWith("scenario: 'Large invoice: refused'\nprocess: invoice\n")).toBe(true);
  });

  it('needs no more than a name', () => {
    expect(readScenario('scenario: Nothing special')).toEqual({
      ok: true,
      scenario: { scenario: 'Nothing special', steps: [], expect: {} },
    });
  });

  it('takes a person’s step without a form', () => {
    expect(readScenario('scenario: x\nsteps:\n  - { at: A, outcome: approve }')).toMatchObject({
      scenario: { steps: [{ at: 'A', outcome: 'approve', form: {} }] },
    });
  });

  it.each([
    ['scenario: [', 1, /^This is no YAML/],
    ['scenario: x\nsteps:\n  - at: A\n    frm: {}', 3, /^Step 1 can’t be read: it is “wait”, “set”/],
    ['scenario: x\nexpected: {}', 1, /Unrecognized key/],
    ['scenario: x\nexpect:\n  status: done', 3, /^expect.status/],
    ['- 1', 1, /expected object/i],
    ['a: &a [1]\nb: *a', 1, /./],
    ['', 1, /./],
  ])('%j is refused at line %i', (text, line, message) => {
    expect(readScenario(text)).toMatchObject({ ok: false, line, message: expect.stringMatching(message) });
  });

  it('has a name for files', () => {
    expect(scenarioKey('Großer Betrag, “abgelehnt”!')).toBe('gro-er-betrag-abgelehnt');
    expect(scenarioKey('…')).toBe('scenario');
  });
});
