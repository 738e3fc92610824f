import { describe, expect, it } from 'vitest';
import { formatDuration, formatRelative, formatUtc } from './format-time';

describe('times', () => {
  it('are UTC wherever they are written', () => {
    expect(formatUtc('2026-11-20T23:53:14+02:00', 'full')).toBe('20 Nov 2026, 21:53:14');
    expect(formatUtc('2026-09-01T00:00:00Z', 'datetime')).toBe('1 Sep 2026, 00:00');
    expect(formatUtc('2026-11-20T14:06:12.480Z', 'millis')).toBe('14:06:12.480');
  });

  it('say spans in their two largest units', () => {
    const minute = 60_000;
    expect(formatDuration(230 * minute)).toBe('3 h 50 min');
    expect(formatDuration(2 * 24 * 60 * minute)).toBe('2 d');
    expect(formatDuration(18_400)).toBe('18 s');
    expect(formatDuration(0)).toBe('0 s');
  });

  it('say on which side of now a moment is', () => {
    const now = Date.parse('2026-11-20T14:00:00Z');
    expect(formatRelative('2026-11-20T17:50:00Z', now)).toBe('in 3 h 50 min');
    expect(formatRelative('2026-11-20T13:50:46Z', now)).toBe('9 min ago');
    expect(formatRelative('2026-11-20T14:00:02Z', now)).toBe('just now');
  });
});
