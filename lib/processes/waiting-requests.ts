import 'server-only';
import { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import type { DocumentDiff } from '@/lib/diff';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';
import { type RequestSummary, summaryOf } from './request-queries';
import { page } from './schemas';

const read = { policy: { permission: 'requests.decide' }, mutates: false } as const;

/** A request that waits, with the process it is about and how much it changes. */
export interface WaitingRequest extends RequestSummary {
  processId: string;
  processName: string;
  /** Elements that differ from the version that was live; null where nothing would be published. */
  changes: { added: number; removed: number; changed: number } | null;
}

/** What waits for the caller: others' requests, of the kind that the roles let them decide. */
const waitsFor = ({ id, roles }: Principal): Prisma.PublishRequestWhereInput => ({
  state: 'pending',
  requestedBy: { not: id },
  ...(roles.includes('designer') ? {} : { kind: 'policy-off' }),
});

/** What waits for a second person, oldest first: what others ask the caller, or what the caller asked. */
export const waitingRequests = defineUseCase(
  {
    name: 'processes.waiting-requests',
    schema: z.strictObject({ by: z.enum(['others', 'me']).default('others'), ...page }),
    ...read,
  },
  async ({ principal }, input): Promise<{ items: WaitingRequest[]; nextCursor: string | null }> => {
    const rows = await db().publishRequest.findMany({
      where: input.by === 'me' ? { state: 'pending', requestedBy: principal.id } : waitsFor(principal),
      omit: { document: true },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      take: input.limit + 1,
      ...readCursor(input.cursor),
      include: {
        model: {
          select: {
            processes: { orderBy: { position: 'asc' }, take: 1, select: { id: true, name: true } },
          },
        },
      },
    });
    const items = rows.slice(0, input.limit).flatMap(({ model, diff, ...row }) => {
      const process = model.processes[0];
      if (!process) return [];
      const summary = { ...summaryOf(row), changes: countsOf(diff as unknown as DocumentDiff | null) };
      return [{ ...summary, processId: process.id, processName: process.name }];
    });
    return { items, nextCursor: nextCursor(rows, input.limit) };
  },
);

/** How many requests wait for the caller; the number beside the processes. */
export const countWaitingRequests = defineUseCase(
  { name: 'processes.count-waiting-requests', schema: z.strictObject({}), ...read },
  ({ principal }): Promise<number> => db().publishRequest.count({ where: waitsFor(principal) }),
);

const countsOf = (diff: DocumentDiff | null): WaitingRequest['changes'] =>
  diff && { added: diff.added.length, removed: diff.removed.length, changed: diff.changed.length };
