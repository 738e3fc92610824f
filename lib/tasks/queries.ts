import 'server-only';
import { z } from 'zod';
import { stepUpMethod } from '@/lib/auth/step-up';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { wholeHistory } from '@/lib/instances/history';
import { executableSource } from '@/lib/processes/executables';
import { id, page } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';
import { visibleTask, visibleTasks } from './access';
import { quorumSentences, taskQuorum } from './quorum';
import { digestOf, shownContent } from './shown';
import { summaries } from './summaries';
import { type ShownContent, TASK_VIEWS, type TaskDetail, type TaskSummary } from './types';
import { CANT_SIGN, mayDecide } from './verdict';
import { tasksInView } from './views';
import { whoMayDecide } from './who';

export type { TaskDetail, TaskSummary } from './types';

const STATES = {
  open: ['open', 'claimed'],
  claimed: ['claimed'],
  completed: ['completed'],
  cancelled: ['cancelled'],
} as const;

const OLDEST_FIRST: Prisma.TaskOrderByWithRelationInput[] = [{ openedAt: 'asc' }, { id: 'asc' }];
const NEWEST_DONE_FIRST: Prisma.TaskOrderByWithRelationInput[] = [{ closedAt: 'desc' }, { id: 'desc' }];
const DUE_FIRST: Prisma.TaskOrderByWithRelationInput[] = [
  { dueAt: { sort: 'asc', nulls: 'last' } },
  ...OLDEST_FIRST,
];

/** Instances looked through for a title; a search that finds more needs more words. */
const MAX_TITLES = 1000;

async function matching(q: string | undefined): Promise<Prisma.TaskWhereInput> {
  if (!q) return {};
  const contains = { contains: q, mode: 'insensitive' } as const;
  const select = { id: true } as const;
  const [instances, processes] = await Promise.all([
    db().instance.findMany({
      where: { OR: [{ title: contains }, { businessKey: contains }] },
      orderBy: { startedAt: 'desc' },
      take: MAX_TITLES,
      select,
    }),
    db().process.findMany({ where: { name: contains }, select }),
  ]);
  return {
    OR: [
      { name: contains },
      { instanceId: { in: instances.map((one) => one.id) } },
      { processId: { in: processes.map((one) => one.id) } },
    ],
  };
}

/**
 * Tasks the caller may see, the oldest open first; done ones newest first. `view` is one of the inbox's lists,
 * those due soonest first.
 */
export const listTasks = defineUseCase(
  {
    name: 'tasks.list',
    schema: z.strictObject({
      assignee: z.string().max(200).optional(),
      candidateGroup: z.string().max(200).optional(),
      instanceId: id.optional(),
      processId: id.optional(),
      state: z.enum(['open', 'claimed', 'completed', 'cancelled', 'all']).default('open'),
      view: z.enum(TASK_VIEWS).optional(),
      q: z.string().trim().max(200).optional(),
      ...page,
    }),
    policy: { permission: 'tasks.see' },
    mutates: false,
  },
  async (context, input): Promise<{ items: TaskSummary[]; nextCursor: string | null }> => {
    const { view, state } = input;
    const done = view === 'done' || (!view && (state === 'completed' || state === 'cancelled'));
    const rows = await db().task.findMany({
      where: {
        AND: [view ? tasksInView(context, view) : visibleTasks(context), await matching(input.q)],
        ...(view || state === 'all' ? {} : { state: { in: [...STATES[state]] } }),
        ...(input.assignee
          ? { assignee: input.assignee === 'me' ? context.principal.id : input.assignee }
          : {}),
        ...(input.candidateGroup ? { candidateGroups: { has: input.candidateGroup } } : {}),
        ...(input.instanceId ? { instanceId: input.instanceId } : {}),
        ...(input.processId ? { processId: input.processId } : {}),
      },
      orderBy: done ? NEWEST_DONE_FIRST : view ? DUE_FIRST : OLDEST_FIRST,
      take: input.limit + 1,
      ...readCursor(input.cursor),
    });
    return { items: await summaries(rows.slice(0, input.limit)), nextCursor: nextCursor(rows, input.limit) };
  },
);

/** Everything the person needs to decide, and the digest of it; for a decided task what was shown then. */
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
    const [state, instance, version, recorded, [summary]] = await Promise.all([
      store.load(row.instanceId),
      db().instance.findUniqueOrThrow({ where: { id: row.instanceId }, select: { processKey: true } }),
      db().processVersion.findUniqueOrThrow({ where: { id: row.versionId }, select: { number: true } }),
      wholeHistory(row.instanceId),
      summaries([row]),
    ]);
    const executable = await executableSource.get(row.versionId, instance.processKey);
    const open = state ? shownContent(executable, state, row.key) : null;
    const decided = row.shown ? await db().content.findUnique({ where: { hash: row.shown } }) : null;
    const quorum = taskQuorum(state, row.key);
    const shown = open ?? (decided ? (JSON.parse(decided.body) as ShownContent) : null);
    const history = recorded.flatMap(({ at, actor, events }) =>
      events
        .filter((event) => event.key === row.key && event.type.startsWith('task.'))
        .map((event) => ({ at, actor, event })),
    );
    const signs = open?.signature ? await stepUpMethod(context.principal) : null;
    const verdict = mayDecide(context, row, state, executable);
    return {
      ...summary!,
      version: version.number,
      shown,
      contentDigest: open ? digestOf(open).contentDigest : row.shown,
      verdict: verdict.may && open?.signature && !signs ? CANT_SIGN : verdict,
      signs,
      whoMayDecide: [
        ...(await whoMayDecide(row, state, executable)),
        ...(quorum ? quorumSentences(quorum) : []),
      ],
      quorum,
      history,
    };
  },
);
