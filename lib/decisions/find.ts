import 'server-only';
import type { Binding } from '@/engine/core/events';
import { db } from '@/lib/db/client';
import { type CompiledDecision, compileDecision, describeDmnProblem, readDmn } from '@/lib/dmn';
import { positionOf, versionFor } from './bindings';
import { withImports } from './imports';

export type FoundDecision =
  | { readonly ok: true; readonly decision: CompiledDecision; readonly key: string; readonly version: number }
  | { readonly ok: false; readonly message: string };

const MAX_CACHED = 200;
/** Compiled decisions by row and decision; only those that import nothing, for rows never change but imports may. */
const cache = new Map<string, CompiledDecision>();

/**
 * The decision of an id, in the version that a binding means for a process version: of the newest file that holds it.
 * What it imports is of the newest version too; with the binding `deployment`, of the one that was newest then.
 * A decision that is missing or cannot run is a sentence, not an exception.
 */
export async function findDecision(
  decisionId: string,
  binding: Binding = { type: 'latest' },
  processVersionId?: string,
): Promise<FoundDecision> {
  const before = binding.type === 'deployment' ? await positionOf(processVersionId) : undefined;
  const row = await versionFor(db(), decisionId, binding, before);
  if (!row) return { ok: false, message: missing(decisionId, binding) };
  const { id, key, number: version } = row;
  const known = cache.get(`${id}\0${decisionId}`);
  if (known) return { ok: true, decision: known, key, version };
  const result = await compiled(id, decisionId, before);
  return result.ok ? { ...result, key, version } : result;
}

function missing(decisionId: string, binding: Binding): string {
  if (binding.type === 'deployment')
    return (
      `There was no decision “${decisionId}” when this version of the process was published. ` +
      'Store its DMN file, then publish the process again.'
    );
  const which =
    binding.type === 'version'
      ? `, version ${binding.version},`
      : binding.type === 'tag'
        ? ` with the version tag “${binding.tag}”`
        : '';
  return `There is no decision “${decisionId}”${which} here. Store its DMN file first.`;
}

async function compiled(
  id: string,
  decisionId: string,
  before: bigint | undefined,
): Promise<{ ok: true; decision: CompiledDecision } | { ok: false; message: string }> {
  const where = { id };
  const { source } = await db().decisionVersion.findUniqueOrThrow({ where, select: { source: true } });
  const read = readDmn(source);
  if (!read.ok) return { ok: false, message: read.message };
  const result = compileDecision(await withImports(read.model, before), decisionId);
  if (!result.ok) return { ok: false, message: result.problems.map(describeDmnProblem).join(' ') };
  if (read.model.imports.length === 0) {
    cache.set(`${id}\0${decisionId}`, result.decision);
    const oldest = cache.keys().next().value;
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  }
  return { ok: true, decision: result.decision };
}
