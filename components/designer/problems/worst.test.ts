import { describe, expect, it } from 'vitest';
import type { Problem } from '@/engine/compile/problem';
import { findingsOf, keptIfSame, worstOf } from './worst';

const problem = (severity: Problem['severity'], elementId: string): Problem => ({
  severity,
  elementId,
  code: 'name',
  message: 'm',
});

describe('the badge of an element', () => {
  it('is that of its worst problem; remarks have none', () => {
    const problems = [
      problem('warning', 'A'),
      problem('error', 'A'),
      problem('warning', 'B'),
      problem('info', 'C'),
    ];
    expect([...worstOf(problems)]).toEqual([
      ['A', 'error'],
      ['B', 'warning'],
    ]);
  });
});

describe('what a check found', () => {
  it('counts remarks neither as warnings nor as errors, and marks no element for them', () => {
    const [error, warning, remark] = [problem('error', 'A'), problem('warning', 'B'), problem('info', 'C')];
    const found = findingsOf([error, warning, remark]);
    expect(found).toMatchObject({ problems: [error, warning], remarks: [remark], errors: 1 });
    expect([...found.worst.keys()]).toEqual(['A', 'B']);
    expect(findingsOf([remark])).toMatchObject({ problems: [], remarks: [remark], errors: 0 });
  });
});

describe('a check that finds the same', () => {
  it('changes nothing', () => {
    const before = [problem('warning', 'A')];
    expect(keptIfSame(before, structuredClone(before))).toBe(before);
  });
  it.each([
    ['another element', [problem('warning', 'B')]],
    ['one more', [problem('warning', 'A'), problem('warning', 'B')]],
    ['none', []],
  ])('changes with %s', (_what, after) => {
    expect(keptIfSame([problem('warning', 'A')], after)).toBe(after);
  });
});
