import 'server-only';
import type { Binding, CallStarted } from '@/engine/core/events';
import type { CallingParent } from '@/engine/host/delivery/kinds';
import type { Definitions } from '@/engine/host/delivery/ports';
import { db, type Reader } from '@/lib/db/client';
import { executableSource } from './executables';
import { versionTag } from './version-tag';

type Found = Awaited<ReturnType<Definitions['resolve']>>;
type Caller = { id: string; modelId: string; position: bigint };

interface Candidate {
  id: string;
  modelId: string;
  /** Newest of the versions that are looked at. */
  newest: string;
}

/**
 * Processes of this key that may start, the caller's own model first, then the one that was published last.
 * @param before leaves out versions from this position on
 */
async function candidates(
  tx: Reader,
  key: string,
  modelId: string | undefined,
  before?: bigint,
): Promise<Candidate[]> {
  const where = before === undefined ? {} : { position: { lt: before } };
  const rows = await tx.process.findMany({
    where: { key, retiredAt: null, model: { versions: { some: where } } },
    select: {
      id: true,
      modelId: true,
      model: {
        select: {
          versions: { where, select: { id: true, position: true }, orderBy: { position: 'desc' }, take: 1 },
        },
      },
    },
  });
  const own = (row: { modelId: string }) => (row.modelId === modelId ? 1 : 0);
  return rows
    .flatMap(({ id, modelId, model }) => model.versions.map((newest) => ({ id, modelId, newest })))
    .sort((a, b) => own(b) - own(a) || Number(b.newest.position - a.newest.position))
    .map((row) => ({ ...row, newest: row.newest.id }));
}

const runs = (versionId: string, key: string): Promise<boolean> =>
  executableSource.get(versionId, key).then(
    () => true,
    () => false,
  );

/** The version that a binding means, or null when the model has none such that runs this process. */
async function versionFor(
  { modelId, newest }: Candidate,
  key: string,
  binding: Binding,
  caller: Caller | null,
): Promise<string | null> {
  if (binding.type === 'deployment' && caller?.modelId === modelId && (await runs(caller.id, key)))
    return caller.id;
  if (binding.type === 'latest' || binding.type === 'deployment')
    return (await runs(newest, key)) ? newest : null;
  const versions = await db().processVersion.findMany({
    where: { modelId, ...(binding.type === 'version' ? { number: binding.version } : {}) },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  for (const { id } of versions) {
    if (binding.type === 'tag' && (await versionTag(id, key)) !== binding.tag) continue;
    if (await runs(id, key)) return id;
  }
  return null;
}

/** The version, of another model, that a call bound to its deployment finds for a caller at a position. */
export async function calledAt(
  tx: Reader,
  key: string,
  modelId: string,
  before?: bigint,
): Promise<string | undefined> {
  return (await candidates(tx, key, modelId, before))[0]?.newest;
}

/** Why there was nothing to call, for the person who meets the incident. */
async function reason(key: string, binding: Binding): Promise<string> {
  const known = await db().process.findMany({
    where: { key },
    select: { retiredAt: true, model: { select: { versions: { select: { id: true }, take: 1 } } } },
  });
  if (known.length === 0) return `There is no process “${key}”. Check the id of the process to call.`;
  if (binding.type === 'deployment' && known.some((each) => !each.retiredAt))
    return (
      `There was no version of the process “${key}” that can run when this version of the calling process was ` +
      'published. Publish it where it isn’t, then publish the calling process again.'
    );
  if (known.every((each) => each.model.versions.length === 0))
    return `The process “${key}” has no published version. Publish it, then try the call again.`;
  if (known.every((each) => each.retiredAt || each.model.versions.length === 0))
    return `The process “${key}” is retired; no new instances start. Reinstate it, or call another.`;
  if (binding.type === 'version')
    return `The process “${key}” has no version ${binding.version} that can run.`;
  if (binding.type === 'tag') return `The process “${key}” has no version with the tag “${binding.tag}”.`;
  return `The newest version of “${key}” can't run this process. Publish one that does.`;
}

async function resolve(parent: CallingParent, { processKey, binding }: CallStarted): Promise<Found> {
  const caller = await db().processVersion.findUnique({
    where: { id: parent.versionId },
    select: { id: true, modelId: true, position: true },
  });
  // its own version, which a call bound to its deployment may mean, counts as published then
  const before = binding.type === 'deployment' && caller ? caller.position + 1n : undefined;
  for (const candidate of await candidates(db(), processKey, caller?.modelId, before)) {
    const versionId = await versionFor(candidate, processKey, binding, caller);
    const { id, modelId } = candidate;
    if (versionId)
      return { ok: true, create: { processId: id, modelId, versionId, processKey, title: null } };
  }
  return { ok: false, message: await reason(processKey, binding) };
}

/** Finds what call activities name among the published processes. */
export const definitions: Definitions = { resolve };
