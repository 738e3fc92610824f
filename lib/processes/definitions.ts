import 'server-only';
import type { CallStarted } from '@/engine/core/events';
import type { CallingParent } from '@/engine/host/delivery/kinds';
import type { Definitions } from '@/engine/host/delivery/ports';
import { db } from '@/lib/db/client';
import { executableSource } from './executables';
import { versionTag } from './version-tag';

type Found = Awaited<ReturnType<Definitions['resolve']>>;
type Binding = CallStarted['binding'];

interface Candidate {
  id: string;
  modelId: string;
  name: string;
}

/** Processes of this key that may start, the caller's own model first, then the one that was published last. */
async function candidates(key: string, modelId: string | undefined): Promise<Candidate[]> {
  const rows = await db().process.findMany({
    where: { key, retiredAt: null, model: { versions: { some: {} } } },
    select: {
      id: true,
      modelId: true,
      name: true,
      model: {
        select: { versions: { select: { publishedAt: true }, orderBy: { number: 'desc' }, take: 1 } },
      },
    },
  });
  const published = (row: (typeof rows)[number]) => row.model.versions[0]?.publishedAt.getTime() ?? 0;
  const own = (row: Candidate) => (row.modelId === modelId ? 1 : 0);
  return rows.sort((a, b) => own(b) - own(a) || published(b) - published(a));
}

/** The version that a binding means, or null when the model has none such that runs this process. */
async function versionFor(
  modelId: string,
  key: string,
  binding: Binding,
  callerVersion: { id: string; modelId: string } | null,
): Promise<string | null> {
  const runs = async (versionId: string) =>
    executableSource.get(versionId, key).then(
      () => true,
      () => false,
    );
  if (binding.type === 'deployment' && callerVersion?.modelId === modelId && (await runs(callerVersion.id)))
    return callerVersion.id;
  const versions = await db().processVersion.findMany({
    where: { modelId, ...(binding.type === 'version' ? { number: binding.version } : {}) },
    orderBy: { number: 'desc' },
    select: { id: true },
    ...(binding.type === 'tag' ? {} : { take: 1 }),
  });
  for (const { id } of versions) {
    if (binding.type === 'tag' && (await versionTag(id, key)) !== binding.tag) continue;
    if (await runs(id)) return id;
  }
  return null;
}

/** Why there was nothing to call, for the person who meets the incident. */
async function reason(key: string, binding: Binding): Promise<string> {
  const known = await db().process.findMany({
    where: { key },
    select: { retiredAt: true, model: { select: { versions: { select: { id: true }, take: 1 } } } },
  });
  if (known.length === 0) return `There is no process “${key}”. Check the id of the process to call.`;
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
    select: { id: true, modelId: true },
  });
  for (const { id, modelId } of await candidates(processKey, caller?.modelId)) {
    const versionId = await versionFor(modelId, processKey, binding, caller);
    if (versionId)
      return { ok: true, create: { processId: id, modelId, versionId, processKey, title: null } };
  }
  return { ok: false, message: await reason(processKey, binding) };
}

/** Finds what call activities name among the published processes. */
export const definitions: Definitions = { resolve };
