import 'server-only';
import { z } from 'zod';
import type { EngineEvent } from '@/engine/core/events';
import { db } from '@/lib/db/client';
import type { Task } from '@/lib/db/generated/client.ts';
import { executableSource } from '@/lib/processes/executables';
import { id, page } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';
import { visibleTask, visibleTasks } from './access';
import { mayDecide, type Verdict } from './four-eyes';
import { digestOf, type ShownContent, shownContent } from './shown';

/** A row of the inbox. */
export interface TaskSummary {
  taskId: string;
  instanceId: string;
  elementId: string;
  processId: string;
  processName: string;
  title: string | null;
  name: string;
  approval: boolean;
  state: string;
  assignee: string | null;
  assigneeName: string | null;
  candidateGroups: string[];
  dueAt: string | null;
  openedAt: string;
  closedAt: string | null;
  outcome: string | null;
  decidedBy: string | null;
}

async function summaries(rows: Task[]): Promise<TaskSummary[]> {
  const [processes, instances] = await Promise.all([
    db().process.findMany({
      where: { id: { in: rows.map((row) => row.processId) } },
      select: { id: true, name: true },
    }),
    db().instance.findMany({
      where: { id: { in: rows.map((row) => row.instanceId) } },
      select: { id: true, title: true },
    }),
  ]);
  const name = new Map(processes.map((one) => [one.id, one.name]));
  const title = new Map(instances.map((one) => [one.id, one.title]));
  return rows.map((row) => ({
    taskId: row.id,
    instanceId: row.instanceId,
    elementId: row.elementId,
    processId: row.processId,
    processName: name.get(row.processId) ?? '',
    title: title.get(row.instanceId) ?? null,
    name: row.name,
    approval: row.approval,
    state: row.state,
    assignee: row.assignee,
    assigneeName: row.assigneeName,
    candidateGroups: row.candidateGroups,
    dueAt: row.dueAt?.toISOString() ?? null,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    outcome: row.outcome,
    decidedBy: row.decidedBy,
  }));
}

const STATES = {
  open: ['open', 'claimed'],
  claimed: ['claimed'],
  completed: ['completed'],
  cancelled: ['cancelled'],
} as const;

/** Tasks the caller may see, the oldest open first; done ones newest first. */
export const listTasks = defineUseCase(
  {
    name: 'tasks.list',
    schema: z.strictObject({
      assignee: z.string().max(200).optional(),
      candidateGroup: z.string().max(200).optional(),
      instanceId: id.optional(),
      processId: id.optional(),
      state: z.enum(['open', 'claimed', 'completed', 'cancelled', 'all']).default('open'),
      q: z.string().trim().max(200).optional(),
      ...page,
    }),
    policy: { permission: 'tasks.see' },
    mutates: false,
  },
  async (context, input): Promise<{ items: TaskSummary[]; nextCursor: string | null }> => {
    const done = input.state === 'completed' || input.state === 'cancelled';
    const rows = await db().task.findMany({
      where: {
        AND: [visibleTasks(context), input.q ? { name: { contains: input.q, mode: 'insensitive' } } : {}],
        ...(input.state === 'all' ? {} : { state: { in: [...STATES[input.state]] } }),
        ...(input.assignee
          ? { assignee: input.assignee === 'me' ? context.principal.id : input.assignee }
          : {}),
        ...(input.candidateGroup ? { candidateGroups: { has: input.candidateGroup } } : {}),
        ...(input.instanceId ? { instanceId: input.instanceId } : {}),
        ...(input.processId ? { processId: input.processId } : {}),
      },
      orderBy: done ? [{ closedAt: 'desc' }, { id: 'desc' }] : [{ openedAt: 'asc' }, { id: 'asc' }],
      take: input.limit + 1,
      ...readCursor(input.cursor),
    });
    return { items: await summaries(rows.slice(0, input.limit)), nextCursor: nextCursor(rows, input.limit) };
  },
);

/** Everything the person needs to decide, and the digest of it. */
export interface TaskDetail extends TaskSummary {
  shown: ShownContent | null;
  contentDigest: string | null;
  /** Whether the caller may decide, and which rule refuses if not. */
  verdict: Verdict;
  history: { at: string; actor: { kind: string; id: string; name: string }; event: EngineEvent }[];
}

export const getTask = defineUseCase(
  {
    name: 'tasks.get',
    schema: z.strictObject({ taskId: id }),
    policy: { permission: 'tasks.see' },
    mutates: false,
  },
  async (context, input): Promise<TaskDetail> => {
    const row = await visibleTask(context, input.taskId);
    const { store } = getRuntime();
    const [state, instance, recorded, [summary]] = await Promise.all([
      store.load(row.instanceId),
      db().instance.findUniqueOrThrow({ where: { id: row.instanceId }, select: { processKey: true } }),
      store.history(row.instanceId, 0, 1000),
      summaries([row]),
    ]);
    const executable = await executableSource.get(row.versionId, instance.processKey);
    const open = state ? shownContent(executable, state, row.key) : null;
    const decided = row.shown ? await db().content.findUnique({ where: { hash: row.shown } }) : null;
    const shown = open ?? (decided ? (JSON.parse(decided.body) as ShownContent) : null);
    const history = recorded.flatMap(({ at, actor, events }) =>
      events
        .filter((event) => event.key === row.key && event.type.startsWith('task.'))
        .map((event) => ({ at, actor, event })),
    );
    return {
      ...summary!,
      shown,
      contentDigest: open ? digestOf(open).contentDigest : row.shown,
      verdict: mayDecide(context, row, state, executable),
      history,
    };
  },
);
