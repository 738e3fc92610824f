import { fail } from './abandon';
import type { Json, JsonObject } from './json';
import { about, alive, emit, type Run } from './run';
import type { InstanceState } from './state';

/** Bytes of JSON that the variables of one instance may take. */
export const VARIABLES_LIMIT = 1_048_576;

/** Bytes of JSON (UTF-8) of all variables of an instance and of votes that wait for others, when over the limit; null when they fit. */
export function oversize(state: InstanceState): number | null {
  let bytes = jsonBytes(state.variables);
  for (const { variables, wait } of Object.values(state.activations)) {
    if (variables) bytes += jsonBytes(variables);
    if (wait?.kind === 'task' && wait.votes) bytes += jsonBytes(wait.votes as unknown as Json);
  }
  return bytes > VARIABLES_LIMIT ? bytes : null;
}

function jsonBytes(value: Json): number {
  const text = JSON.stringify(value);
  // a UTF-16 unit takes at most three bytes, so a short text needs no exact count
  return text.length * 3 <= VARIABLES_LIMIT ? text.length : new TextEncoder().encode(text).length;
}

/** One sentence with the size. */
export const tooLarge = (bytes: number): string =>
  `The variables of this instance would take ${(bytes / VARIABLES_LIMIT).toFixed(2)} MB; at most 1 MB is allowed.`;

/** Writes into one scope exactly. */
export function setVariables(run: Run, writer: number, scopeKey: number, variables: JsonObject): void {
  const { elementId, elementType, key } = about(run, alive(run, writer));
  emit(run, 'variables.set', { elementId, elementType, key, scopeKey }, { variables });
}

/**
 * Writes each variable into the nearest scope that declares it, starting at `from`, else into the process
 * (Zeebe's variable propagation).
 */
export function propagate(run: Run, writer: number, from: number, variables: Readonly<JsonObject>): void {
  const byScope = new Map<number, [string, Json][]>();
  for (const [name, value] of Object.entries(variables)) {
    const scope = declaringScope(run.state, from, name);
    const entries = byScope.get(scope);
    if (entries) entries.push([name, value]);
    else byScope.set(scope, [[name, value]]);
  }
  for (const [scope, entries] of byScope) setVariables(run, writer, scope, Object.fromEntries(entries));
}

/** Abandons the phase when what it wrote is too much. */
export function checkSize(run: Run): void {
  const bytes = oversize(run.state);
  if (bytes !== null) fail('evaluation', tooLarge(bytes));
}

function declaringScope(state: InstanceState, from: number, name: string): number {
  for (let at = state.activations[from]; at; at = state.activations[at.scopeKey])
    if (at.variables && Object.hasOwn(at.variables, name)) return at.key;
  return 0;
}
