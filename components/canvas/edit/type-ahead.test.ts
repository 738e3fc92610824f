import { describe, expect, it } from 'vitest';
import { startingWith, typedWith, WORD_MS } from './type-ahead';

const NONE = { text: '', at: 0 };

describe('typing ahead among candidates', () => {
  it('joins letters that come soon after each other', () => {
    const p = typedWith(NONE, 'P', 1000);
    expect(p).toEqual({ text: 'p', at: 1000 });
    expect(typedWith(p ?? NONE, 'a', 1300)?.text).toBe('pa');
    expect(typedWith(p ?? NONE, 'a', 1000 + WORD_MS)?.text).toBe('a');
  });

  it('leaves J and K to walking, unless a word has begun', () => {
    expect(typedWith(NONE, 'j', 1000)).toBeUndefined();
    expect(typedWith(NONE, 'K', 1000)).toBeUndefined();
    expect(typedWith({ text: 'o', at: 900 }, 'k', 1000)?.text).toBe('ok');
  });

  it('leaves named keys alone', () => {
    for (const key of ['Enter', 'Escape', 'ArrowUp', '?']) expect(typedWith(NONE, key, 1)).toBeUndefined();
  });

  it('goes on from a place and begins again', () => {
    const names = ['Pay', 'Ask', 'Post'];
    const find = (from: number, text: string) => startingWith(names, from, text, (name) => name);
    expect(find(0, 'p')).toBe('Pay');
    expect(find(1, 'p')).toBe('Post');
    expect(find(2, 'a')).toBe('Ask');
    expect(find(0, 'x')).toBeUndefined();
  });
});
