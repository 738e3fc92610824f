import { analyse, type FeelKind, FUNCTION_NAMES, isBuiltinName, parseFeel } from '@/engine/compile/feel';
import { closest } from './closest';

/** A remark on a FEEL source; `from` and `to` are UTF-16 offsets, `to` exclusive. */
export type FeelProblem = {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly from: number;
  readonly to: number;
};

export type FeelScope = {
  /** Names of the variables that exist where the expression runs. */
  readonly inScope: readonly string[];
  /** More may exist, as what a message brings: then only names that look misspelt are doubted. */
  readonly open?: boolean;
  readonly kind?: FeelKind;
};

/**
 * Everything an author should know about a FEEL source while typing; for the browser. Errors keep a process from
 * being published: what does not parse and calls of functions that do not exist. Warnings are doubts: variables that
 * nothing is known to set.
 */
export function validateFeel(
  source: string,
  { inScope, open = false, kind = 'expression' }: FeelScope,
): readonly FeelProblem[] {
  if (/^\s*=(?!=)/.test(source) && kind === 'expression') {
    const at = source.indexOf('=');
    return [{ severity: 'error', message: 'Leave out the = at the beginning.', from: at, to: at + 1 }];
  }
  const parsed = parseFeel(source, { kind });
  if (!parsed.ok) return [{ severity: 'error', message: parsed.message, from: parsed.from, to: parsed.to }];
  const { variables, calls, places } = analyse(source, parsed.tree);
  const place = (name: string) => places[name] ?? { from: 0, to: source.length };
  const known = new Set(inScope);
  const unknownCalls = calls
    .filter((name) => !isBuiltinName(name))
    .map((name) => ({ severity: 'error' as const, message: unknownFunction(name), ...place(name) }));
  const unknownVariables = variables
    .filter((name) => !known.has(name) && !(isBuiltinName(name) && calls.includes(name)))
    .map((name) => ({ name, near: signedName(name, source, inScope) ?? closest(name, inScope) }))
    .filter(({ near }) => !open || near !== undefined)
    .map(({ name, near }) => ({
      severity: 'warning' as const,
      message: open ? misspelt(name, near) : unknownVariable(name, near),
      ...place(name),
    }));
  return [...unknownCalls, ...unknownVariables].sort((a, b) => a.from - b.from);
}

function unknownFunction(name: string): string {
  return `There is no function “${name}”.${suggestion(closest(name, FUNCTION_NAMES))}`;
}

function unknownVariable(name: string, near: string | undefined): string {
  return `Nothing before this step sets “${name}”.${suggestion(near)}`;
}

function misspelt(name: string, near: string | undefined): string {
  return `No step before this one sets “${name}”.${suggestion(near)}`;
}

/** `total-amount` is a subtraction, as it is when the process runs; the variable of that name needs backticks. */
function signedName(name: string, source: string, inScope: readonly string[]): string | undefined {
  const meant = inScope.find(
    (known) => /[^\p{L}\p{N}_ ]/u.test(known) && known.includes(name) && source.includes(known),
  );
  return meant === undefined ? undefined : `\`${meant}\``;
}

function suggestion(near: string | undefined): string {
  return near === undefined ? '' : ` Did you mean “${near}”?`;
}
