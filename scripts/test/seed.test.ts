import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED, seedFrom } from './seed';

describe('the seed of random tests', () => {
  it('is the same each time, unless another is asked for', () => {
    expect(seedFrom(undefined)).toBe(seedFrom(undefined));
    expect(seedFrom('-259801865')).toBe(-259801865);
    expect(seedFrom('random')).toBeGreaterThanOrEqual(0);
    expect(() => seedFrom('today')).toThrow('COUNTERSIGN_SEED is a whole number or "random", not "today".');
  });

  it('is what every property starts from', () => {
    expect(fc.readConfigureGlobal()?.seed).toBe(SEED);
    const drawn = () => fc.sample(fc.nat(), 5);
    expect(drawn()).toEqual(drawn());
  });
});
