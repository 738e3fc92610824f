import 'server-only';
import { db } from '@/lib/db/client';
import { get, nameOf, type ProcessDocument } from '@/lib/document';
import { asDocument } from '@/lib/processes/store-model';

/** What the diagram of a version calls its elements. */
interface VersionNames {
  name(elementId: string): string;
  document: ProcessDocument | null;
}

const MAX_CACHED = 200;
const versions = new Map<string, Promise<VersionNames>>();

/** A flow without a name of its own is called after where it leads. */
function elementName(document: ProcessDocument, elementId: string): string {
  const element = get(document, elementId);
  const name = nameOf(element);
  if (name || element?.type !== 'bpmn:SequenceFlow') return name ?? '';
  const target = element.refs?.targetRef;
  const leads = typeof target === 'string' ? nameOf(get(document, target)) : '';
  return leads ? `the flow to “${leads}”` : '';
}

async function readVersion(versionId: string): Promise<VersionNames> {
  const row = await db().processVersion.findUnique({ where: { id: versionId }, select: { document: true } });
  const document = row && asDocument(row.document);
  return { name: (elementId) => (document && elementName(document, elementId)) || elementId, document };
}

function versionNames(versionId: string): Promise<VersionNames> {
  const known = versions.get(versionId);
  if (known) return known;
  const reading = readVersion(versionId);
  reading.catch(() => versions.delete(versionId));
  versions.set(versionId, reading);
  const oldest = versions.keys().next().value;
  if (versions.size > MAX_CACHED && oldest !== undefined) versions.delete(oldest);
  return reading;
}

/** What an instance stream is about, for the search index. */
export interface InstanceNames extends VersionNames {
  processId: string;
  processName: string;
  title: string | null;
}

/** Names for many instances in a few queries. */
export async function instanceNames(instanceIds: readonly string[]): Promise<Map<string, InstanceNames>> {
  const rows = await db().instance.findMany({
    where: { id: { in: [...instanceIds] } },
    select: { id: true, processId: true, versionId: true, title: true },
  });
  const processes = await db().process.findMany({
    where: { id: { in: rows.map((row) => row.processId) } },
    select: { id: true, name: true },
  });
  const processName = new Map(processes.map((one) => [one.id, one.name]));
  const entries = await Promise.all(
    rows.map(async ({ id, processId, versionId, title }): Promise<[string, InstanceNames]> => {
      const names = await versionNames(versionId);
      return [id, { ...names, processId, processName: processName.get(processId) ?? '', title }];
    }),
  );
  return new Map(entries);
}

/** The process that events about a model, or about the process itself, belong to. */
export interface ProcessName {
  id: string;
  name: string;
}

/** By model id and by process id: the process each stands for (a model's first). */
export async function processNames(ids: readonly string[]): Promise<Map<string, ProcessName>> {
  const processes = await db().process.findMany({
    where: { OR: [{ id: { in: [...ids] } }, { modelId: { in: [...ids] } }] },
    orderBy: { position: 'desc' },
    select: { id: true, modelId: true, name: true },
  });
  const found = new Map<string, ProcessName>();
  for (const { id, modelId, name } of processes) {
    found.set(modelId, { id, name });
    found.set(id, { id, name });
  }
  return found;
}

/** What people are called, by id. */
export async function peopleNames(): Promise<Map<string, string>> {
  const people = await db().person.findMany({ select: { id: true, name: true } });
  return new Map(people.map((one) => [one.id, one.name]));
}
