import { describe, expect, it } from 'vitest';
import { eachCauseOnce } from './causes';
import type { Problem } from './problem';

const problem = (code: string, more: Partial<Problem> = {}): Problem => ({
  severity: 'warning',
  code,
  message: `${code} of the rule`,
  elementId: 'X',
  ...more,
});
const refusal = (code: string, more: Partial<Problem> = {}) =>
  problem(code, { severity: 'error', message: `${code} of the compiler`, ...more });

describe('of what compiler and rules found', () => {
  it('the rule speaks where both name one cause, and takes severity and field of the compiler', () => {
    const rule = problem('link-events', { constraints: ['EXT.118'] });
    expect(eachCauseOnce([refusal('link-events', { field: 'link.name' })], [rule])).toEqual([
      { ...rule, severity: 'error', field: 'link.name' },
    ]);
  });

  it('of two that a rule found, the one of the same severity is meant', () => {
    const [one, other] = [
      problem('link-events'),
      problem('link-events', { severity: 'warning', message: 'b' }),
    ];
    const refused = problem('link-events', { severity: 'warning', field: 'link.name', message: 'c' });
    expect(eachCauseOnce([refused], [{ ...one, severity: 'error' }, other])).toEqual([
      { ...one, severity: 'error' },
      { ...other, field: 'link.name' },
    ]);
  });

  it('the compiler speaks where no rule has', () => {
    const refused = refusal('token-quantity');
    expect(eachCauseOnce([refused], [])).toEqual([refused]);
  });

  it.each([
    ['another element', { elementId: 'Y' }],
    ['another field', { field: 'completionQuantity' }],
  ])('both speak about %s', (_name, more) => {
    const rule = problem('token-quantity', { field: 'startQuantity' });
    const refused = refusal('token-quantity', { field: 'startQuantity', ...more });
    expect(eachCauseOnce([refused], [rule])).toHaveLength(2);
  });

  it('several findings of the compiler about one element stay', () => {
    expect(eachCauseOnce([refusal('timer'), refusal('timer')], [])).toHaveLength(2);
  });

  it.each([
    ['script-language', 'executable-details', 'EXT.053'],
    ['message-name', 'executable-details', 'EXT.127'],
    ['condition', 'executable-details', 'EXT.123'],
    ['event-gateway', 'superfluous-gateway', 'EXT.135'],
    ['lack-of-synchronisation', 'implicit-join', 'EXT.999'],
    ['cancel-event', 'dead-element', 'EXT.999'],
    ['choreography', 'not-executable', 'EXT.999'],
  ])('%s says what %s says, and names its constraint', (code, echo, constraint) => {
    const speaker = refusal(code, { constraints: ['EXT.001'] });
    expect(eachCauseOnce([speaker], [problem(echo, { constraints: [constraint] })])).toEqual([
      { ...speaker, constraints: ['EXT.001', constraint] },
    ]);
  });

  it('an echo of another element, or about another constraint, stays', () => {
    const speaker = refusal('script-language');
    const others = [
      problem('executable-details', { constraints: ['EXT.011'] }),
      problem('executable-details', { constraints: ['EXT.053'], elementId: 'Y' }),
    ];
    expect(eachCauseOnce([speaker], others)).toHaveLength(3);
  });
});
