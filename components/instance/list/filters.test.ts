import { describe, expect, it } from 'vitest';
import { filtersHref, isFiltered, readFilters } from './filters';

describe('the list’s filters in the address', () => {
  it('come back from the address they make', () => {
    const filters = { status: 'incident', processId: 'p1', q: 'Nordwind & Söhne' } as const;
    const address = new URL(filtersHref(filters, 'abc'), 'http://localhost');
    expect(readFilters(Object.fromEntries(address.searchParams))).toEqual({ ...filters, cursor: 'abc' });
  });

  it('leave out what they don’t know, what is empty and what is repeated', () => {
    expect(readFilters({ status: 'sleeping', q: '  ', process: ['p1', 'p2'], other: 'x' })).toEqual({
      processId: 'p1',
    });
  });

  it('make the plain address when nothing is chosen', () => {
    expect(filtersHref({})).toBe('/instances');
    expect(isFiltered({})).toBe(false);
    expect(isFiltered({ status: 'failed' })).toBe(true);
  });
});
