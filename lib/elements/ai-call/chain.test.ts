import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, linksOf, moved } from './chain';

const link = fc.record({ provider: fc.string(), model: fc.string() });
const links = fc.array(link, { minLength: 1, maxLength: 6 });

describe('the chain of a step', () => {
  it('is the same list when it is written and read', () => {
    fc.assert(
      fc.property(links, (list) => {
        expect(linksOf(chainOf(list))).toEqual(list);
      }),
    );
  });

  it('keeps every model, and the order of the others, when one is moved', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (list, a, b) => {
          const [from, to] = [a % list.length, b % list.length];
          const after = moved(list, from, to);
          expect(after[to]).toBe(list[from]);
          const rest = (each: number[]) => each.filter((one) => one !== list[from]);
          expect(rest(after)).toEqual(rest(list));
        },
      ),
    );
  });

  it('loses nothing when a place is named that it has not', () => {
    expect(moved(['a', 'b'], 7, 0)).toEqual(['a', 'b']);
  });
});
