import { describe, expect, it } from 'vitest';
import { listOf } from './words';

describe('a list that is typed', () => {
  it('is separated by commas or lines', () => {
    expect(listOf('finance, people\ncomplaints')).toEqual(['finance', 'people', 'complaints']);
  });
  it('has nothing empty and nothing twice', () => {
    expect(listOf(' finance,, finance , ')).toEqual(['finance']);
    expect(listOf('  ')).toEqual([]);
  });
});
