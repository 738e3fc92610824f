import { describe, expect, it } from 'vitest';
import { masked } from './mask';

describe('a masked sample', () => {
  it.each([
    ['an e-mail address', 'From Mia Lang <mia.lang@acme.co.uk>', 'From Mia Lang <somebody@example.com>'],
    ['an IBAN', 'to DE89 3704 0044 0532 0130 00 today', 'to DE00 0000 0000 0000 0000 00 today'],
    ['a telephone number', 'call +49 30 1234567', 'call +00 00 0000000'],
    ['a card number', '4111-1111-1111-1111', '0000-0000-0000-0000'],
    ['a credential', 'key sk-abcdefghijklmnopqrst', '•••'],
    ['a date', 'due 2026-12-04, 12 480.50 EUR', 'due 2026-12-04, 12 480.50 EUR'],
    ['a moment', '2026-11-29T10:15:30.123Z', '2026-11-29T10:15:30.123Z'],
    ['an order number', 'order 4711-22', 'order 4711-22'],
  ])('shows %s as it may be shown', (_what, text, shown) => {
    expect(masked({ text })).toEqual({ text: shown });
  });

  it('hides members by their names, deep inside too, and keeps the rest', () => {
    expect(
      masked({
        a: [{ iban: 'short', apiKey: 'x', pin: 7 }],
        password: 12,
        total: 99.5,
        ok: true,
        none: null,
      }),
    ).toEqual({
      a: [{ iban: '•••', apiKey: '•••', pin: 7 }],
      password: 0,
      total: 99.5,
      ok: true,
      none: null,
    });
  });

  it('cuts long documents', () => {
    expect((masked({ text: 'a '.repeat(20_000) }).text as string).length).toBe(20_001);
  });
});
