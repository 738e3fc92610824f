import { describe, expect, it } from 'vitest';
import { parsePages, problemPages } from './problem-pages';

const pages = await problemPages();

describe('the explanations of problems', () => {
  it('are complete sentences, with nothing of Markdown left but code', () => {
    expect(pages.length).toBeGreaterThan(90);
    for (const { code, group, meaning, why, mend } of pages) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      for (const text of [group, meaning, mend, ...(why === undefined ? [] : [why])])
        expect(text, code).toMatch(/\S/);
      for (const text of [meaning, why ?? '.', mend]) {
        expect(text, code).toMatch(/[.!?]$/);
        expect(text.replaceAll(/`[^`]*`/g, ''), code).not.toMatch(/[*[\]#`|]/);
      }
    }
  });

  it('say which constraints and which rules of bpmnlint they are about', () => {
    expect(pages.find(({ code }) => code === 'superfluous-gateway')).toMatchObject({
      group: 'Paths',
      meaning: 'A gateway with one way in and one way out does nothing.',
      mend: 'Remove it.',
      constraints: ['EXT.135'],
      bpmnlint: ['superfluous-gateway'],
    });
  });

  it('are split where meaning, reason and way out begin', () => {
    const [page] = parsePages('# T\n\n## G\n\n### a-b\nIt is\nso. *Why:* because. *Mend:* do\n`x`.\n');
    expect(page).toEqual({
      code: 'a-b',
      group: 'G',
      meaning: 'It is so.',
      why: 'because.',
      mend: 'Do `x`.',
      constraints: [],
      bpmnlint: [],
    });
  });
});
