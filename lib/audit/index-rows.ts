import 'server-only';
import type { Actor } from '@/engine/core/inputs';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { describe } from './describe';
import { doerOf } from './doer';
import { type InstanceNames, instanceNames, type ProcessName, peopleNames, processNames } from './names';
import { isAuditRelevant } from './relevance';

/** A ledger row as the projection reads it. */
export interface LedgerRow {
  tx: string;
  position: bigint;
  stream: string;
  firstSeq: number;
  at: Date;
  canon: string;
  data: string | null;
}

interface CanonEvent {
  type: string;
  elementId?: string;
  elementType?: string;
  key?: number;
}

type Data = Record<string, unknown>;
type IndexRow = Prisma.AuditEventCreateManyInput;

/** A row with its texts read, or marked as unreadable: one that was tampered with must not stop the index. */
interface ReadRow {
  row: LedgerRow;
  actor: Actor;
  events: CanonEvent[];
  data: Data[];
}

const UNKNOWN: Actor = { kind: 'engine', id: 'unknown', name: 'Unknown', via: 'engine' };

function read(row: LedgerRow): ReadRow {
  try {
    const { actor, events } = JSON.parse(row.canon) as { actor: Actor; events: CanonEvent[] };
    const data = row.data === null ? [] : (JSON.parse(row.data) as Data[]);
    if (!Array.isArray(events) || !Array.isArray(data)) throw new TypeError('not a record');
    return { row, actor: { ...UNKNOWN, ...actor }, events, data };
  } catch {
    return { row, actor: UNKNOWN, events: [{ type: 'record.unreadable' }], data: [] };
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
const idOf = (stream: string): string => stream.slice(stream.indexOf(':') + 1);
const isInstance = (stream: string): boolean => stream.startsWith('instance:');

/** Which instance an event is about: the stream's, or the one a refusal names. */
const instanceOf = ({ row, data }: ReadRow, index: number): string | null =>
  isInstance(row.stream) ? idOf(row.stream) : textOf(data[index]?.instanceId);

/** Which model or process an event outside instances is about. */
const subjectOf = ({ row, data }: ReadRow, index: number): string | null =>
  row.stream.startsWith('process:') ? idOf(row.stream) : textOf(data[index]?.processId);

interface Names {
  instances: Map<string, InstanceNames>;
  processes: Map<string, ProcessName>;
  people: Map<string, string>;
}

async function lookUp(rows: readonly ReadRow[]): Promise<Names> {
  const ids = (of: (row: ReadRow, index: number) => string | null): string[] => [
    ...new Set(
      rows.flatMap((row) => row.events.map((_, index) => of(row, index))).filter((id) => id !== null),
    ),
  ];
  const [instances, processes, people] = await Promise.all([
    instanceNames(ids(instanceOf)),
    processNames(ids(subjectOf)),
    peopleNames(),
  ]);
  return { instances, processes, people };
}

/** Never throws: data that was altered may have any shape. */
function sentence(event: CanonEvent & { data: unknown }, context: Parameters<typeof describe>[1]): string {
  try {
    const { title, detail } = describe(event, context);
    return detail ? `${title} — ${detail}` : title;
  } catch {
    return `${event.type}: its data can’t be read`;
  }
}

function toRow(from: ReadRow, index: number, names: Names): IndexRow {
  const { row, actor, data } = from;
  const event = from.events[index] as CanonEvent;
  const doer = doerOf(row.stream, { type: event.type, data: data[index] }, actor);
  const instanceId = instanceOf(from, index);
  const about = instanceId ? names.instances.get(instanceId) : undefined;
  const subject = subjectOf(from, index);
  const process = about
    ? { id: about.processId, name: about.processName }
    : subject
      ? names.processes.get(subject)
      : undefined;
  const elementName = event.elementId ? (about?.name(event.elementId) ?? event.elementId) : '';
  const text = sentence(
    { ...event, data: data[index] ?? {} },
    {
      document: isInstance(row.stream) ? (about?.document ?? null) : null,
      elementName,
      actor,
      personName: (id) => names.people.get(id) ?? id,
    },
  );
  return {
    position: row.position,
    index,
    stream: row.stream,
    seq: row.firstSeq + index,
    at: row.at,
    type: event.type,
    actorKind: doer.kind,
    actorId: doer.id,
    actorName: doer.name,
    elementId: event.elementId ?? null,
    elementName: elementName || null,
    processId: process?.id ?? null,
    processName: process?.name ?? null,
    instanceId,
    object: about?.title ?? textOf(data[index]?.name),
    refused: event.type === 'attempt.refused' || event.type === 'strangers.refused',
    text: row.data === null ? `${text} (its content was erased)` : text,
  };
}

/** The index rows of ledger rows: every event people look for, in words and with names. */
export async function indexRows(rows: readonly LedgerRow[]): Promise<IndexRow[]> {
  const all = rows.map(read);
  const names = await lookUp(all);
  return all.flatMap((one) =>
    one.events.flatMap((event, index) => (isAuditRelevant(event.type) ? [toRow(one, index, names)] : [])),
  );
}
