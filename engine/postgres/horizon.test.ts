import { describe, expect, it } from 'vitest';
import { Horizon } from './horizon';

const NOW = '2026-01-01T00:01:00.000Z';
const BEFORE = '2026-01-01T00:00:30.000Z';

describe('the horizon of a look', () => {
  function world() {
    let ms = 0;
    const horizon = new Horizon(() => ms);
    const look = (complete: boolean) => {
      const from = horizon.from('q');
      horizon.looked('q', from, { now: NOW, complete });
      return from;
    };
    return { horizon, look, pass: (more: number) => (ms += more) };
  }

  it('is everything at first, and as long as there was more than a look took', () => {
    const { look } = world();
    expect([look(false), look(false), look(true)]).toEqual(['-infinity', '-infinity', '-infinity']);
  });

  it('is half a minute before a complete look, until a second has passed', () => {
    const { look, pass } = world();
    look(true);
    pass(999);
    expect([look(true), look(false)]).toEqual([BEFORE, BEFORE]);
    pass(1);
    expect(look(true)).toBe('-infinity');
  });

  it('is each question’s own', () => {
    const { horizon, look } = world();
    look(true);
    expect(horizon.from('another')).toBe('-infinity');
  });
});
