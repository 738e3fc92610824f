import 'server-only';
import { db } from '@/lib/db/client';
import { type CompiledDecision, compileDecision, describeDmnProblem, readDmn } from '@/lib/dmn';
import { withImports } from './imports';

export type FoundDecision =
  | { readonly ok: true; readonly decision: CompiledDecision; readonly key: string; readonly version: number }
  | { readonly ok: false; readonly message: string };

const MAX_CACHED = 200;
/** Compiled decisions by row and decision; only those that import nothing, for rows never change but imports may. */
const cache = new Map<string, CompiledDecision>();

/**
 * The decision of an id: of the newest version of the newest file that holds it, or of a version by number.
 * A decision that is missing or cannot run is a sentence, not an exception.
 */
export async function findDecision(decisionId: string, version?: number): Promise<FoundDecision> {
  const row = await db().decisionVersion.findFirst({
    where: { decisionIds: { has: decisionId }, ...(version !== undefined && { number: version }) },
    orderBy: [{ storedAt: 'desc' }, { number: 'desc' }],
    omit: { source: true },
  });
  if (!row) {
    const which = version === undefined ? '' : `, version ${version},`;
    return {
      ok: false,
      message: `There is no decision “${decisionId}”${which} here. Store its DMN file first.`,
    };
  }
  const { key, number } = row;
  const known = cache.get(`${row.id}\0${decisionId}`);
  if (known) return { ok: true, decision: known, key, version: number };
  return compiled(row.id, decisionId, key, number);
}

async function compiled(
  id: string,
  decisionId: string,
  key: string,
  version: number,
): Promise<FoundDecision> {
  const { source } = await db().decisionVersion.findUniqueOrThrow({
    where: { id },
    select: { source: true },
  });
  const read = readDmn(source);
  if (!read.ok) return { ok: false, message: read.message };
  const result = compileDecision(await withImports(read.model), decisionId);
  if (!result.ok) return { ok: false, message: result.problems.map(describeDmnProblem).join(' ') };
  if (read.model.imports.length === 0) {
    cache.set(`${id}\0${decisionId}`, result.decision);
    const oldest = cache.keys().next().value;
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  }
  return { ok: true, decision: result.decision, key, version };
}
