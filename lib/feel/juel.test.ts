import { describe, expect, it } from 'vitest';
import { classify, compileBounded, type Json } from '@/engine/compile/feel';
import { translateJuel } from './juel';

const el = (inside: string) => `$\u007b${inside}}`;

describe('translateJuel', () => {
  it.each([
    ['approved', 'approved'],
    ['!approved', 'not(approved)'],
    ['not approved', 'not(approved)'],
    ["taxApproved == 'no' || complianceApproved == 'no'", 'taxApproved = "no" or complianceApproved = "no"'],
    ['amount >= 1000 && customer.vip eq true', 'amount >= 1000 and customer.vip = true'],
    ['a lt 1 or b gt 2 and c le 3.5', 'a < 1 or b > 2 and c <= 3.5'],
    ['x != null', 'x != null'],
    ['x ne -5', 'x != -5'],
    ['(a || b) && c', '(a or b) and c'],
    ['empty items', 'is empty(items)'],
    ['not empty items', 'not(is empty(items))'],
    ['a < b == true', '(a < b) = true'],
    ["order['total'] > 1", 'order.total > 1'],
    ["order['net total'] > 1", 'order.`net total` > 1'],
    ['items[0].price > 1', 'items[1].price > 1'],
    ["execution.getVariable('route') == 'a'", 'route = "a"'],
    ['text == \'a "b" \\\\ c\'', 'text = "a \\"b\\" \\\\ c"'],
    ['in == 1', '`in` = 1'],
    ['true', 'true'],
  ])('%s becomes %s', (juel, feel) => {
    expect(translateJuel(el(juel))).toEqual({ ok: true, feel });
    expect(classify(feel)).toEqual({ kind: 'bounded' });
  });

  it('reads the deferred form and surrounding blanks', () => {
    expect(translateJuel(' #{ a == 1 }\n')).toEqual({ ok: true, feel: 'a = 1' });
  });

  it.each([
    ['droolsCountry.isHighRisk() == true', 'it calls droolsCountry.isHighRisk()'],
    ['isOk(order)', 'it calls isOk()'],
    ['execution.setVariable("a", 1)', 'it calls execution.setVariable()'],
    ['execution.getVariable(name)', 'it computes the name of a variable'],
    ['a + 1 > 2', 'it calculates with “+”'],
    ['a mod 2 == 0', 'it calculates with “mod”'],
    ['-a > 0', 'it calculates with “-”'],
    ['a ? b : c', 'it chooses with “? :”'],
    ['items[i] == 1', 'it computes a position or key in [ ]'],
    ['a ==', 'it ends too early'],
    ['a b', '“b” is not expected there'],
    ['(a', 'it ends too early'],
    ['a; b', '“;” is not part of the supported expressions'],
    ["a == 'x", "“'” is not part of the supported expressions"],
    ['', 'it ends too early'],
    ['('.repeat(5_000), 'it is nested too deeply'],
    ['!'.repeat(5_000), 'it is nested too deeply'],
  ])('refuses %s: %s', (juel, because) => {
    expect(translateJuel(el(juel))).toEqual({ ok: false, because });
  });

  it.each(['approved', 'Hello $\u007bname}', '$\u007ba}$\u007bb}', 'a $\u007b', ''])(
    'refuses %j, which is no expression',
    (source) => {
      expect(translateJuel(source).ok).toBe(false);
    },
  );

  it.each<[string, Record<string, Json>, Json]>([
    ['a < 3 && !(b == "x")', { a: 2, b: 'y' }, true],
    ['empty a', { a: [] }, true],
    ['empty a', { a: '' }, true],
    ['empty a', { a: { b: 1 } }, false],
    ['items[1] == 5', { items: [4, 5] }, true],
  ])('%s over %j is %s', (juel, variables, value) => {
    const translated = translateJuel(el(juel));
    if (!translated.ok) throw new Error(translated.because);
    expect(
      compileBounded(translated.feel).evaluate({ variables, now: '2026-01-01T00:00:00Z' }),
    ).toMatchObject({ value });
  });
});
