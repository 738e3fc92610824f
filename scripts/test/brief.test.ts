import { expect, it } from 'vitest';
import { isBrief } from './brief.mjs';

it('leaves second looks out of a whole run on a developer’s machine only', () => {
  expect(isBrief([], {})).toBe(true);
  expect(isBrief([], { COUNTERSIGN_DEEP: '1' })).toBe(false);
  expect(isBrief(['e2e/specs/home.spec.ts'], {})).toBe(false);
});
