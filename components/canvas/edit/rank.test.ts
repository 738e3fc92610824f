import { describe, expect, it } from 'vitest';
import { KINDS } from '@/lib/editing';
import { bestFirst, rank } from './rank';

const offers = KINDS.map((kind) => ({ kind }));
const best = (typed: string) => bestFirst(offers, typed)[0]?.kind.label;

describe('finding an element kind by typing', () => {
  it('prefers the kind that begins so over one that only contains it', () => {
    expect(best('end')).toBe('End');
    expect(best('task')).toBe('Task');
    expect(best('approval')).toBe('Approval');
  });

  it('finds a kind by the beginning of a word and by its id', () => {
    expect(best('request')).toBe('HTTP request');
    expect(rank('Decision', 'gateway', ['exclusive-gateway'])).toBeGreaterThan(0);
  });

  it('does not find letters that merely occur in order', () => {
    expect(rank('External work', 'ewk')).toBe(0);
  });

  it('tells kinds apart by their labels', () => {
    expect(new Set(KINDS.map((kind) => kind.label)).size).toBe(KINDS.length);
  });
});
