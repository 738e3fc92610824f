import { describe, expect, it } from 'vitest';
import { timerDue } from './due';
import { durationMs } from './duration';

const NOW = '2026-01-31T10:00:00.000Z';

describe('a timer', () => {
  it.each([
    ['date', '2026-02-01T09:00:00+01:00', '2026-02-01T08:00:00.000Z', 0],
    ['date', '2026-02-01', '2026-02-01T00:00:00.000Z', 0],
    ['date', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00.000Z', 0],
    ['duration', 'PT4H', '2026-01-31T14:00:00.000Z', 0],
    ['duration', ' P1M ', '2026-02-28T10:00:00.000Z', 0],
    ['cycle', 'R3/PT1H', '2026-01-31T11:00:00.000Z', 2],
    ['cycle', 'R/P1D', '2026-02-01T10:00:00.000Z', null],
    ['cycle', 'R2/2026-03-01T00:00:00Z/P1D', '2026-03-01T00:00:00.000Z', 1],
    ['cycle', '0 9 * * 1', '2026-02-02T09:00:00.000Z', null],
    ['cycle', 'R-1/PT1H', '2026-01-31T11:00:00.000Z', null],
    ['cycle', 'R3/PT1H/2026-03-01T00:00:00Z', '2026-01-31T11:00:00.000Z', 2],
    ['cycle', 'R/2026-02-01T00:00:00Z/2026-02-01T06:00:00Z', '2026-02-01T00:00:00.000Z', null],
    ['cycle', 'R/2026-02-01T09:00[Europe/Berlin]/P1D', '2026-02-01T08:00:00.000Z', null],
    ['date', '2026-07-01T09:00:00+02:00[Europe/Berlin]', '2026-07-01T07:00:00.000Z', 0],
    ['cycle', '@daily', '2026-02-01T00:00:00.000Z', null],
    ['cycle', '0 0/5 * * * *', '2026-01-31T10:05:00.000Z', null],
    ['cycle', '0 0 9 ? * MON-FRI', '2026-02-02T09:00:00.000Z', null],
    // with seconds both days must hold, without them one is enough
    ['cycle', '0 0 9 13 * FRI', '2026-02-13T09:00:00.000Z', null],
    ['cycle', '0 9 13 * FRI', '2026-02-06T09:00:00.000Z', null],
  ] as const)('%s %s is due', (kind, text, dueAt, repeats) => {
    expect(timerDue(kind, text, NOW)).toEqual({ ok: true, dueAt, repeats });
  });

  it.each([
    ['duration', '4 hours', /PT4H/],
    ['duration', '-PT1H', /back in time/],
    ['duration', 'P-1D', /back in time/],
    ['cycle', 'R3/PT-1H', /back in time/],
    ['cycle', 'R3/PT1H/2026-01-31T10:30:00Z', /ends before/],
    ['cycle', 'R3/PT1H/soon', /neither/],
    ['cycle', 'R3/2026-02-01T00:00:00Z/2026-01-01T00:00:00Z', /neither/],
    ['cycle', 'R/PT1H/PT2H/PT3H', /neither/],
    ['date', 'tomorrow', /not a date/],
    ['date', '', /no value/],
    ['cycle', 'R0/PT1H', /never fires/],
    ['cycle', 'R3/soon', /neither/],
    ['cycle', 'every day', /neither/],
    ['duration', 'P9999Y', /too far/],
  ] as const)('%s “%s” can’t be read', (kind, text, message) => {
    const due = timerDue(kind, text, NOW);
    expect(due.ok ? '' : due.message).toMatch(message);
  });
});

it.each([
  ['PT30S', 30_000],
  ['PT1M30S', 90_000],
  ['P1M', undefined],
  ['30s', undefined],
])('%s has %s milliseconds', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});
