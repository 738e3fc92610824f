import { analyse, parseFeel } from '@/engine/compile/feel';
import type { DmnModel, DmnNode } from './model';
import { textsOf } from './texts';

export interface OpenNames {
  readonly certain: readonly string[];
  /** Names inside filters, which may be entries of the items instead. */
  readonly possible: readonly string[];
}

const PARAMETERS = new Set(['?', 'item', 'partial']);

/**
 * Names that expressions read and that nothing in the models declares: process variables of models that draw no input
 * data.
 */
export function openNames(nodes: readonly DmnNode[], models: readonly DmnModel[]): OpenNames {
  const { declared, unusual } = declaredBy(models);
  const certain = new Set<string>();
  const possible = new Set<string>();
  for (const node of nodes) {
    for (const { text, kind } of textsOf(node)) {
      const parsed = parseFeel(text, { kind, names: unusual });
      if (!parsed.ok) continue;
      const { variables, ambiguous, calls } = analyse(text, parsed.tree);
      const open = (name: string) => !declared.has(name) && !PARAMETERS.has(name) && !calls.includes(name);
      for (const name of variables.filter(open)) certain.add(name);
      for (const name of ambiguous.filter(open)) possible.add(name);
    }
  }
  return { certain: [...certain], possible: [...possible].filter((name) => !certain.has(name)) };
}

interface Declared {
  readonly declared: ReadonlySet<string>;
  /** Those of them that can't be read as one name unless they are known: with signs or words of the grammar. */
  readonly unusual: readonly string[];
}

const known = new WeakMap<readonly DmnModel[], Declared>();
const UNUSUAL =
  /[^\p{L}\p{N}_ ]|\b(?:and|or|in|if|then|else|for|return|some|every|satisfies|between|of|not)\b/u;
/** Above this many the parser, which looks at each for every word, would take too long. */
const MOST_UNUSUAL = 200;

function declaredBy(models: readonly DmnModel[]): Declared {
  const before = known.get(models);
  if (before) return before;
  const declared = new Set(models.flatMap(declaredIn));
  const unusual = [...declared].filter((name) => UNUSUAL.test(name)).slice(0, MOST_UNUSUAL);
  const made = { declared, unusual };
  known.set(models, made);
  return made;
}

/** Names of elements, of results, of parameters and of entries: everything a model gives a name to. */
function declaredIn({ nodes, imports }: DmnModel): string[] {
  return [
    ...imports.map(({ name }) => name),
    ...nodes.flatMap(({ id, name }) => [id, name]),
    ...namesWithin(nodes),
  ];
}

function namesWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesWithin);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    (key === 'name' || key === 'variable') && typeof entry === 'string' ? [entry] : namesWithin(entry),
  );
}
