import { expect, it } from 'vitest';
import type { VerificationAnswer } from '@/lib/audit/types';
import { chainStatus, coverageOf } from './coverage';

const answer = (broken: VerificationAnswer['broken'] = []): VerificationAnswer => ({
  rows: 9,
  events: 20,
  streams: 2,
  erased: 0,
  broken,
  brokenEvents: [],
  checkedAt: '2026-11-20T14:00:00.000Z',
  position: '9',
  statement: '',
});
const row = (position: string, stream = 'admin', seq = 1) => ({ position, stream, seq });

it('covers nothing before a check, and nothing newer than it', () => {
  expect(coverageOf(row('3'), null)).toBe('uncovered');
  expect(coverageOf(row('9'), answer())).toBe('covered');
  expect(coverageOf(row('10'), answer())).toBe('uncovered');
});

it('marks the broken record; what follows it in its stream is not covered, other streams are', () => {
  const verdict = answer([{ stream: 'admin', seq: 4, position: '5', message: 'its data was altered' }]);
  expect(coverageOf(row('5', 'admin', 4), verdict)).toBe('broken');
  expect(coverageOf(row('4', 'admin', 3), verdict)).toBe('covered');
  expect(coverageOf(row('6', 'admin', 6), verdict)).toBe('uncovered');
  expect(coverageOf(row('7', 'auth', 8), verdict)).toBe('covered');
  expect(chainStatus(verdict, false)).toEqual({ state: 'broken', seq: 5 });
});

it('is never green: without checkpoints an intact chain is only that', () => {
  expect(chainStatus(null, false).state).toBe('notVerified');
  expect(chainStatus(answer(), true).state).toBe('verifying');
  expect(chainStatus(answer(), false)).toMatchObject({ state: 'intact', seq: 9, by: 'server' });
});
