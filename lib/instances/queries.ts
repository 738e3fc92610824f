import 'server-only';
import { z } from 'zod';
import { evolve } from '@/engine/core/evolve';
import type { InstanceState } from '@/engine/core/state';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import type { ProcessDocument } from '@/lib/document';
import { invalid, notFound } from '@/lib/errors/app-error';
import { id, page } from '@/lib/processes/schemas';
import { asDocument } from '@/lib/processes/store-model';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';
import { visibleInstance } from './access';
import { activitiesOf } from './activities';
import { type NumberedEvent, numbered, wholeHistory } from './history';
import { waitingFor } from './waiting';

const policy = { permission: 'instances.see' } as const;

const STATUSES = ['running', 'completed', 'terminated', 'failed', 'incident'] as const;

/** Instances, newest first. `incident` are running ones with an open incident. */
export const listInstances = defineUseCase(
  {
    name: 'instances.list',
    schema: z.strictObject({
      processId: id.optional(),
      status: z.enum(STATUSES).optional(),
      businessKey: z.string().max(200).optional(),
      q: z.string().trim().max(200).optional(),
      ...page,
    }),
    policy,
    mutates: false,
  },
  async (context, input) => {
    const own = context.scope === 'own' ? await ownModels(context.principal.id) : null;
    const where: Prisma.InstanceWhereInput = {
      ...(input.processId ? { processId: input.processId } : {}),
      ...(input.businessKey ? { businessKey: input.businessKey } : {}),
      ...(own ? { modelId: { in: own } } : {}),
      ...(input.status === 'incident'
        ? { id: { in: await withIncident() }, status: 'running' }
        : input.status
          ? { status: input.status }
          : {}),
      ...(input.q
        ? {
            OR: [
              { title: { contains: input.q, mode: 'insensitive' } },
              { businessKey: { contains: input.q, mode: 'insensitive' } },
              { id: { startsWith: input.q } },
            ],
          }
        : {}),
    };
    const rows = await db().instance.findMany({
      where,
      omit: { state: true },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: input.limit + 1,
      ...readCursor(input.cursor),
    });
    return { items: await summaries(rows.slice(0, input.limit)), nextCursor: nextCursor(rows, input.limit) };
  },
);

const ownModels = async (ownerId: string) =>
  (await db().model.findMany({ where: { ownerId }, select: { id: true } })).map((one) => one.id);

const withIncident = async () =>
  (
    await db().incident.findMany({ where: { resolvedAt: null }, select: { instanceId: true }, take: 10_000 })
  ).map((one) => one.instanceId);

type Row = Omit<Prisma.InstanceGetPayload<object>, 'state'>;

export interface InstanceSummary {
  instanceId: string;
  processId: string;
  processName: string;
  version: number;
  status: string;
  title: string | null;
  businessKey: string | null;
  openIncidents: number;
  /** Tasks that wait for a person. */
  openTasks: number;
  startedBy: string;
  startedAt: string;
  endedAt: string | null;
}

async function summaries(rows: Row[]): Promise<InstanceSummary[]> {
  const [processes, versions, incidents, tasks] = await Promise.all([
    db().process.findMany({
      where: { id: { in: rows.map((row) => row.processId) } },
      select: { id: true, name: true },
    }),
    db().processVersion.findMany({
      where: { id: { in: rows.map((row) => row.versionId) } },
      select: { id: true, number: true },
    }),
    db().incident.groupBy({
      by: ['instanceId'],
      where: { instanceId: { in: rows.map((row) => row.id) }, resolvedAt: null },
      _count: true,
    }),
    db().task.groupBy({
      by: ['instanceId'],
      where: { instanceId: { in: rows.map((row) => row.id) }, state: { in: ['open', 'claimed'] } },
      _count: true,
    }),
  ]);
  const name = new Map(processes.map((one) => [one.id, one.name]));
  const number = new Map(versions.map((one) => [one.id, one.number]));
  const open = new Map(incidents.map((one) => [one.instanceId, one._count]));
  const asked = new Map(tasks.map((one) => [one.instanceId, one._count]));
  return rows.map((row) => ({
    instanceId: row.id,
    processId: row.processId,
    processName: name.get(row.processId) ?? '',
    version: number.get(row.versionId) ?? 0,
    status: row.status,
    title: row.title,
    businessKey: row.businessKey,
    openIncidents: open.get(row.id) ?? 0,
    openTasks: asked.get(row.id) ?? 0,
    startedBy: row.startedBy,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}

/** One instance: state, activities, what it waits for, incidents. */
export const getInstance = defineUseCase(
  { name: 'instances.get', schema: z.strictObject({ instanceId: id }), policy, mutates: false },
  async (context, input) => {
    const row = await visibleInstance(context, input.instanceId);
    const [[summary], state, history, incidents] = await Promise.all([
      summaries([row]),
      getRuntime().store.load(row.id),
      wholeHistory(row.id),
      db().incident.findMany({
        where: { instanceId: row.id, resolvedAt: null },
        orderBy: { raisedAt: 'asc' },
      }),
    ]);
    if (!state) throw notFound('The instance');
    return {
      ...summary!,
      variables: state.variables,
      seq: state.seq,
      activities: activitiesOf(history),
      waitingFor: waitingFor(state),
      incidents: incidents.map(({ id: incidentId, elementId, message, code, raisedAt }) => ({
        incidentId,
        elementId,
        message,
        code,
        raisedAt: raisedAt.toISOString(),
      })),
    };
  },
);

export interface InstancePage {
  instance: InstanceSummary & { checksum: string; startedByName: string };
  /** The version it runs on, as it was published. */
  document: ProcessDocument;
  /** The whole history so far; what comes later is on the live stream. */
  events: NumberedEvent[];
}

/** Everything to draw an instance: its version's document and its history. Needs no permission on models. */
export const getInstancePage = defineUseCase(
  { name: 'instances.page', schema: z.strictObject({ instanceId: id }), policy, mutates: false },
  async (context, input): Promise<InstancePage> => {
    const row = await visibleInstance(context, input.instanceId);
    const [[summary], version, starter, history] = await Promise.all([
      summaries([row]),
      db().processVersion.findUnique({
        where: { id: row.versionId },
        select: { document: true, checksum: true },
      }),
      db().person.findUnique({ where: { id: row.startedBy }, select: { name: true } }),
      wholeHistory(row.id),
    ]);
    if (!summary || !version) throw notFound('The instance');
    return {
      instance: { ...summary, checksum: version.checksum, startedByName: starter?.name ?? row.startedBy },
      document: asDocument(version.document),
      events: numbered(history),
    };
  },
);

/** The processes that have instances the caller may see, by name: what the list can be narrowed to. */
export const instanceProcesses = defineUseCase(
  { name: 'instances.processes', schema: z.strictObject({}), policy, mutates: false },
  async (context): Promise<{ processId: string; name: string }[]> => {
    const own = context.scope === 'own' ? await ownModels(context.principal.id) : null;
    const used = await db().instance.groupBy({
      by: ['processId'],
      ...(own ? { where: { modelId: { in: own } } } : {}),
    });
    const found = await db().process.findMany({
      where: { id: { in: used.map((one) => one.processId) } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return found.map((one) => ({ processId: one.id, name: one.name }));
  },
);

/** Events after a sequence number, in order. */
export const instanceEvents = defineUseCase(
  {
    name: 'instances.events',
    schema: z.strictObject({
      instanceId: id,
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    policy,
    mutates: false,
  },
  async (context, input): Promise<{ items: NumberedEvent[]; nextCursor: string | null }> => {
    const row = await visibleInstance(context, input.instanceId);
    const history = await getRuntime().store.history(row.id, input.after, input.limit);
    const events = numbered(history, input.after);
    const items = events.slice(0, input.limit);
    const last = items.at(-1);
    return { items, nextCursor: last && last.seq < row.seq ? String(last.seq) : null };
  },
);

/** The state rebuilt as of an event, by the same `evolve` that wrote it. */
export const instanceStateAt = defineUseCase(
  {
    name: 'instances.state-at',
    schema: z.strictObject({ instanceId: id, at: z.coerce.number().int().min(1) }),
    policy,
    mutates: false,
  },
  async (context, input): Promise<InstanceState> => {
    const row = await visibleInstance(context, input.instanceId);
    if (input.at > row.seq)
      throw invalid({ code: 'no-such-event', userMessage: `The instance has ${row.seq} events so far.` });
    const events = (await wholeHistory(row.id)).flatMap((one) => one.events).slice(0, input.at);
    const state = events.reduce<InstanceState | null>((before, event) => evolve(before, event), null);
    if (!state) throw notFound('The instance');
    return state;
  },
);
