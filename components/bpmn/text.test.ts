import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceLabel, linesWithin, textWidth, wrapLabel } from './text';

describe('textWidth', () => {
  it('adds the advance widths of the font, in pixels, two per cent tighter', () => {
    // A is 689 and i is 256 thousandths of the font size in Geist Medium.
    expect(textWidth('Ai', 10)).toBeCloseTo(9.45 * 0.98, 5);
  });

  it('gives accented letters the width of their base letter, composed or not', () => {
    expect(textWidth('é', 12)).toBe(textWidth('e', 12));
    expect(textWidth('e\u0301', 12)).toBe(textWidth('e', 12));
  });

  it('gives ideographs a full em', () => {
    expect(textWidth('請求', 12)).toBeCloseTo(24 * 0.98);
  });
});

describe('wrapLabel', () => {
  it('breaks at spaces', () => {
    expect(wrapLabel('Review and approve invoice', 90, 12, 3)).toEqual(['Review and', 'approve invoice']);
  });

  it('keeps line breaks of the author', () => {
    expect(wrapLabel('Pay\nclaim', 90, 12, 3)).toEqual(['Pay', 'claim']);
  });

  it('breaks inside a word only when the word alone is too wide', () => {
    const lines = wrapLabel('a Rechnungseingangsbearbeitung', 60, 12, 9);
    expect(lines[0]).toBe('a');
    expect(lines.slice(1).join('')).toBe('Rechnungseingangsbearbeitung');
  });

  it('ends the last line with an ellipsis when text is left over, within the width', () => {
    const lines = wrapLabel('one two three four five six seven eight nine ten', 60, 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(textWidth(lines[1] ?? '', 12)).toBeLessThanOrEqual(60);
  });

  it('gives no lines for an empty label', () => {
    expect(wrapLabel('  ', 60, 12, 3)).toEqual([]);
  });

  it('never makes a line wider than asked, never more lines than asked, and loses no word that it doesn’t mark', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 30, max: 200 }), (text, width) => {
        const lines = wrapLabel(text, width, 12, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        if (!lines.at(-1)?.endsWith('…')) {
          expect(lines.join('').replace(/\s/g, '')).toBe(text.trim().replace(/\s/g, ''));
        }
      }),
    );
  });
});

describe('balanceLabel', () => {
  it('evens out lines without needing more of them', () => {
    expect(balanceLabel('Confidence ≥ 0.90?', 96, 12, 3)).toEqual(['Confidence', '≥ 0.90?']);
    expect(balanceLabel('Extract invoice fields', 90, 12, 3)).toEqual(['Extract', 'invoice fields']);
  });

  it('keeps a label that fits one line on one line', () => {
    expect(balanceLabel('Post to ERP', 90, 12, 3)).toEqual(['Post to ERP']);
  });
});

describe('linesWithin', () => {
  it('breaks no word that another font had room for', () => {
    expect(linesWithin('Application received', { width: 56, height: 27 }, 12, 4)).toEqual([
      'Application',
      'received',
    ]);
  });

  it('breaks as often as the bounds have lines, evenly', () => {
    expect(linesWithin('End Event None 1', { width: 95, height: 26 }, 12, 4)).toEqual([
      'End Event',
      'None 1',
    ]);
    expect(linesWithin('End Event None 1', { width: 95, height: 13 }, 12, 4)).toEqual(['End Event None 1']);
  });

  it('rather takes more width than more lines', () => {
    const lines = linesWithin('Exclusive Gateway Divergence 1', { width: 96, height: 26 }, 12, 4);
    expect(lines).toEqual(['Exclusive Gateway', 'Divergence 1']);
  });
});
