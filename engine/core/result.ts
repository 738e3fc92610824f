import type { JsonObject } from './json';
import { alive, nodeOf, type Run } from './run';
import { propagate, setVariables } from './variables';

/**
 * Takes over what an element produced. With output mappings it stays local until they have run, and nothing else
 * is propagated (Zeebe's rule); otherwise each variable goes to the nearest scope that declares it.
 */
export function writeResult(run: Run, key: number, result: JsonObject): void {
  if (Object.keys(result).length === 0) return;
  const node = nodeOf(run, alive(run, key).elementId);
  if (node.outputs?.length) setVariables(run, key, key, result);
  else propagate(run, key, key, result);
}
