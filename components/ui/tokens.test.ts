import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
type Theme = 'light' | 'dark';

function tokens(theme: Theme): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, light, dark] of CSS.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)) {
    found.set(name ?? '', (theme === 'light' ? light : dark) ?? '');
  }
  return found;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'paper', 'sunken', 'hover'];
const TINTS = [
  'done-bg',
  'active-bg',
  'wait-bg',
  'incident-bg',
  'cancel-bg',
  'comp-bg',
  'ai-soft',
  'primary-soft',
];
const AVATARS = ['av-1', 'av-2', 'av-3', 'av-4', 'av-5'];
const STATES = ['done', 'active', 'wait', 'incident', 'cancel', 'comp'];

const TEXT: [string, string[]][] = [
  ['ink', [...GROUNDS, ...TINTS, ...AVATARS]],
  ['muted', [...GROUNDS, 'primary-soft', 'ai-soft']],
  ['primary', ['canvas', 'surface', 'paper', 'primary-soft', 'hover']],
  ['ai', ['surface', 'paper', 'canvas', 'ai-soft']],
  ['on-primary', ['primary', 'primary-hover']],
  ['on-danger', ['danger']],
  ['canvas', ['ink']],
  ['on-bar', ['bar']],
  ['on-bar-muted', ['bar']],
  ['bar', ['on-bar']],
];
const GRAPHICS: [string, string[]][] = [
  ['line-strong', ['canvas', 'surface', 'paper']],
  ['focus', GROUNDS],
  ...STATES.map((state): [string, string[]] => [state, ['canvas', 'surface', 'paper', `${state}-bg`]]),
];

describe.each(['light', 'dark'] as const)('colour tokens, %s', (theme) => {
  const values = tokens(theme);
  const ratio = (a: string, b: string) => contrast(values.get(a) ?? '', values.get(b) ?? '');

  it.each(TEXT)('text in %s reaches 4.5:1 on its grounds', (text, grounds) => {
    for (const ground of grounds)
      expect(ratio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GRAPHICS)('graphics in %s reach 3:1 on their grounds', (graphic, grounds) => {
    for (const ground of grounds)
      expect(ratio(graphic, ground), `${graphic} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('has a value for every colour that becomes a utility', () => {
    for (const [, name] of CSS.matchAll(/--color-[\w-]+: var\(--([\w-]+)\)/g)) {
      expect(CSS).toContain(`--${name}: light-dark(`);
    }
  });
});
