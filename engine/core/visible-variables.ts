import type { JsonObject } from './json';
import type { InstanceState } from './state';

/**
 * The variables an activation sees: its own, then those of each scope around it, the process's last. A boundary
 * event that listens sees what its activity sees. Key 0, or one that has ended, sees the process's variables.
 */
export function visibleVariables(state: InstanceState, key: number): JsonObject {
  let locals: JsonObject | undefined;
  for (let at = state.activations[key]; at; at = state.activations[at.attachedTo ?? at.scopeKey])
    if (at.variables) locals = { ...at.variables, ...locals };
  return locals ? { ...state.variables, ...locals } : state.variables;
}
