import { describe, expect, it } from 'vitest';
import { countFamilies, FAMILIES, matchesType } from './families';
import { EMPTY_FILTER, filterFromParams, filterToParams, toggled } from './filter';
import { parseSearch } from './search-tokens';

describe('what is typed in the search box', () => {
  it('becomes filters and words', () => {
    const result = parseSearch(
      'actor:"Mia Lindqvist" overruled type:task.*,work.failed after:2026-01-01 AI',
      EMPTY_FILTER,
    );
    expect(result).toEqual({
      ok: true,
      filter: {
        ...EMPTY_FILTER,
        actor: ['Mia Lindqvist'],
        type: ['task.*', 'work.failed'],
        after: '2026-01-01',
        q: 'overruled AI',
      },
    });
  });
  it('adds to what narrows already and keeps the words when none are typed', () => {
    const result = parseSearch('actor:jonas is:refused', { ...EMPTY_FILTER, actor: ['mia'], q: 'erp' });
    expect(result.ok && result.filter).toMatchObject({ actor: ['mia', 'jonas'], refused: true, q: 'erp' });
  });
  it('names what it does not understand', () => {
    expect(parseSearch('after:yesterday', EMPTY_FILTER)).toMatchObject({
      ok: false,
      message: expect.stringMatching('not a date'),
    });
    expect(parseSearch('colour:red', EMPTY_FILTER)).toMatchObject({
      ok: false,
      message: expect.stringMatching('not a filter'),
    });
    expect(parseSearch('kind:robot', EMPTY_FILTER)).toMatchObject({ ok: false });
  });
});

describe('the address', () => {
  it('carries a filter there and back', () => {
    const filter = {
      ...EMPTY_FILTER,
      actor: ['mia', 'engine'],
      type: ['task.*'],
      refused: true,
      before: '2026-11-20T14:00:00Z',
      q: 'a & b',
    };
    expect(filterFromParams(new URLSearchParams(filterToParams(filter).toString()))).toEqual(filter);
  });
  it('leaves out what is no moment', () => {
    expect(filterFromParams(new URLSearchParams('after=soon&before=2026-13-45'))).toEqual(EMPTY_FILTER);
  });
  it('checks and unchecks a whole family', () => {
    const once = toggled(EMPTY_FILTER, 'type', ['a', 'b']);
    expect(once.type).toEqual(['a', 'b']);
    expect(toggled(once, 'type', ['a', 'b']).type).toEqual([]);
  });
});

describe('families', () => {
  it('overlap nowhere', () => {
    const patterns = FAMILIES.flatMap((family) => family.types);
    for (const one of patterns)
      expect(patterns.filter((other) => matchesType(one.replace('*', 'x'), other))).toHaveLength(1);
  });
  it('sum the counts of their types', () => {
    const counts = countFamilies([
      { type: 'task.opened', count: 2 },
      { type: 'task.claimed', count: 3 },
      { type: 'attempt.refused', count: 9 },
    ]);
    expect([...counts]).toEqual([['tasks', 5]]);
  });
});
