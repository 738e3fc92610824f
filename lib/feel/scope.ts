/** The FEEL types a variable can be known to have. */
export type FeelType =
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'duration'
  | 'list'
  | 'context'
  | 'any';

/** A variable as the author meets it: what it is, and which step or form sets it. */
export type ScopeVariable = {
  readonly name: string;
  readonly type: FeelType;
  /** Who sets it, in words: “start form”, “Check invoice”. */
  readonly setBy?: string;
  /** Entries of a context, or of the items of a list. */
  readonly entries?: readonly ScopeVariable[];
};

/** A line of the completion list; `apply` is the text to insert. */
export type FeelSuggestion = {
  readonly label: string;
  readonly apply: string;
  readonly type: FeelType;
  readonly detail: string;
};

/** A variable as the FEEL editor component wants it. */
export type EditorVariable = {
  readonly name: string;
  readonly detail: string;
  readonly info: string;
  readonly isList: boolean;
  readonly entries: readonly EditorVariable[];
};

const MOST = 50;

/**
 * Completions for what is being typed, a name or a path: `cust`, `customer.le`. Names that begin with it come first,
 * then names that contain it. At most fifty.
 */
export function suggestions(variables: readonly ScopeVariable[], typed: string): readonly FeelSuggestion[] {
  const steps = typed.split('.');
  const prefix = (steps.pop() ?? '').trim().toLowerCase();
  let level = variables;
  for (const step of steps) level = level.find(({ name }) => name === plain(step))?.entries ?? [];
  const path = steps.map((step) => `${step}.`).join('');
  const begins = level.filter(({ name }) => name.toLowerCase().startsWith(prefix));
  const contains = level.filter(({ name }) => name.toLowerCase().indexOf(prefix) > 0);
  return [...begins, ...contains].slice(0, MOST).map((variable) => ({
    label: variable.name,
    apply: path + quoted(variable.name),
    type: variable.type,
    detail: detailOf(variable),
  }));
}

/** The variables in the form of the FEEL editor's own completion. */
export function editorVariables(variables: readonly ScopeVariable[]): readonly EditorVariable[] {
  return variables.map((variable) => ({
    name: variable.name,
    detail: variable.type,
    info: detailOf(variable),
    isList: variable.type === 'list',
    entries: editorVariables(variable.entries ?? []),
  }));
}

function detailOf({ type, setBy }: ScopeVariable): string {
  const words = type === 'any' ? 'any value' : type;
  return setBy ? `${words}, set by ${setBy}` : words;
}

function plain(step: string): string {
  return step
    .trim()
    .replaceAll('`', '')
    .replace(/\[[^\]]*\]$/, '');
}

/** Names with signs or blanks stand between backticks, so that they are one name whatever surrounds them. */
function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
}
