import 'server-only';
import { compile } from '@/engine/compile/compile';
import type { Tx } from '@/lib/db/client';
import type { ProcessDocument } from '@/lib/document';
import { compileRegistry } from '@/lib/elements/compile-registry';
import { enqueue } from '@/lib/messages/enqueue';
import { type StartTrigger, startTriggers } from './start-triggers';
import { asDocument } from './store-model';

interface Published {
  id: string;
  modelId: string;
  checksum: string;
  document: ProcessDocument;
}

/** Nothing starts instances of these processes by itself any more; running ones go on. */
export async function removeStarts(tx: Tx, processIds: readonly string[]): Promise<void> {
  const where = { processId: { in: [...processIds] } };
  await tx.startSubscription.deleteMany({ where });
  await tx.startTimer.deleteMany({ where });
}

/**
 * From now on the messages, signals and times of this version start instances of it, and those of older versions of
 * the same model no more. Retired processes are left out.
 */
export async function writeStarts(tx: Tx, version: Published): Promise<void> {
  const processes = await tx.process.findMany({ where: { modelId: version.modelId } });
  await removeStarts(
    tx,
    processes.map((process) => process.id),
  );
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT engine_now() AS now`;
  const now = (clock?.now ?? new Date()).toISOString();
  const { id: versionId, modelId, checksum } = version;
  const compiled = compile(version.document, { versionId, checksum, registry: compileRegistry });
  for (const executable of compiled.ok ? compiled.executables : []) {
    const process = processes.find((each) => each.key === executable.processKey);
    if (!process || process.retiredAt) continue;
    const { triggers } = startTriggers(executable, now);
    const row = { processId: process.id, modelId, versionId, processKey: executable.processKey };
    for (const trigger of triggers) await insert(tx, row, trigger);
  }
}

/** The same for the newest version of a model, when a process of it comes back. */
export async function writeStartsOfLatest(tx: Tx, modelId: string): Promise<void> {
  const latest = await tx.processVersion.findFirst({ where: { modelId }, orderBy: { number: 'desc' } });
  if (latest) await writeStarts(tx, { ...latest, document: asDocument(latest.document) });
}

type Row = { processId: string; modelId: string; versionId: string; processKey: string };

async function insert(tx: Tx, row: Row, { elementId, index, ...trigger }: StartTrigger): Promise<void> {
  if (trigger.kind === 'timer') {
    const data = trigger.data === undefined ? null : JSON.stringify(trigger.data);
    await tx.startTimer.create({ data: { ...row, elementId, index, dueAt: new Date(trigger.dueAt), data } });
    return;
  }
  const { kind } = trigger;
  const name = kind === 'condition' ? '' : trigger.name;
  await tx.startSubscription.create({ data: { ...row, elementId, index, kind, name } });
  if (kind !== 'message') return;
  // Messages may be kept that this start event takes.
  const ref = `start:${row.versionId}:${row.processKey}:${elementId}:${index}`;
  await enqueue(tx, [{ ref, lane: ref, kind: 'seek-message', payload: { name } }]);
}
