import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What a problem of a diagram means, why it matters and how it is mended; inline marks are those of Markdown. */
export interface ProblemPage {
  code: string;
  /** The part of the list it is in. */
  group: string;
  /** What is the case; what more there is to say after the mending is said last. */
  meaning: string;
  why?: string;
  mend: string;
  /** Constraints of the standard that it is about: `EXT.023`. */
  constraints: string[];
  /** Rules of bpmnlint that say the same. */
  bpmnlint: string[];
}

/**
 * Every explanation, in the order of `docs/problems.md`. Read from the installation's folder, which every command runs in,
 * so that the page in the product and the file in the repository can't differ.
 */
export async function problemPages(): Promise<ProblemPage[]> {
  return parsePages(await readFile(path.join(process.cwd(), 'docs', 'problems.md'), 'utf8'));
}

/** The explanations of a Markdown file with a `##` for each group and a `###` for each code. */
export function parsePages(markdown: string): ProblemPage[] {
  const rows = [...markdown.matchAll(/^\| (.+?) \| (.+) \|$/gm)].map(([, name = '', ours = '']) => ({
    names: name.split(', '),
    codes: [...ours.matchAll(/\(#([a-z-]+)\)/g)].map(([, code]) => code),
  }));
  const named = (code: string, pattern: RegExp) =>
    rows
      .filter(({ codes }) => codes.includes(code))
      .flatMap(({ names }) => names.filter((one) => pattern.test(one)));
  return markdown.split(/^## /m).flatMap((part) => {
    const [group = ''] = part.split('\n');
    return part
      .split(/^### /m)
      .slice(1)
      .map((section) => {
        const [code = '', ...lines] = section.split('\n');
        const constraints = named(code, /^EXT\./);
        return {
          code,
          group,
          ...parts(lines.join(' ')),
          constraints,
          bpmnlint: named(code, /^[a-z]+(?:-[a-z]+)*$/),
        };
      });
  });
}

function parts(text: string): Pick<ProblemPage, 'meaning' | 'why' | 'mend'> {
  const [before = '', mend = ''] = text.split('*Mend:*');
  const [meaning = '', why] = before.split('*Why:*');
  return {
    meaning: meaning.trim(),
    ...(why === undefined ? {} : { why: why.trim() }),
    mend: capital(mend.trim()),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
