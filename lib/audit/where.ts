import 'server-only';
import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client.ts';

const time = z.iso.datetime({ offset: true, local: false }).or(z.iso.date());
const many = z
  .string()
  .max(2000)
  .transform((text) => text.split(',').filter(Boolean));

/** The filters of the audit trail as query parameters; lists are separated by commas. */
export const auditFilters = {
  /** Ids (`engine` too) or parts of names. */
  actor: many.optional(),
  actorKind: many.optional(),
  /** Types; `task.*` stands for every type of that family. */
  type: many.optional(),
  /** Ids or parts of names of processes. */
  process: many.optional(),
  processId: many.optional(),
  instanceId: z.string().max(128).optional(),
  after: time.optional(),
  before: time.optional(),
  refused: z.enum(['true', 'false']).optional(),
  q: z.string().trim().max(200).optional(),
};

export type AuditFilters = z.output<z.ZodObject<typeof auditFilters>>;
type Where = Prisma.AuditEventWhereInput;
type Dimension = 'actor' | 'type' | 'process';

const contains = (text: string) => ({ contains: text, mode: 'insensitive' }) as const;
const any = (list: string[] | undefined, one: (text: string) => Where[]): Where[] =>
  list?.length ? [{ OR: list.flatMap(one) }] : [];

const NARROWING: Record<Dimension, (input: AuditFilters) => Where[]> = {
  actor: (input) => [
    ...any(input.actor, (text) => [{ actorId: text }, { actorName: contains(text) }]),
    ...(input.actorKind?.length ? [{ actorKind: { in: input.actorKind } }] : []),
  ],
  type: (input) => [
    ...any(input.type, (type) => [
      type.endsWith('*') ? { type: { startsWith: type.slice(0, -1) } } : { type },
    ]),
    ...(input.refused ? [{ refused: input.refused === 'true' }] : []),
  ],
  process: (input) => [
    ...any(input.process, (text) => [{ processId: text }, { processName: contains(text) }]),
    ...(input.processId?.length ? [{ processId: { in: input.processId } }] : []),
  ],
};

function general(input: AuditFilters): Where[] {
  return [
    ...(input.q ? [{ OR: [{ text: contains(input.q) }, { object: contains(input.q) }] }] : []),
    ...(input.instanceId ? [{ instanceId: input.instanceId }] : []),
    ...(input.after ? [{ at: { gte: new Date(input.after) } }] : []),
    ...(input.before ? [{ at: { lt: new Date(input.before) } }] : []),
  ];
}

/**
 * The condition of the filters on the audit index.
 * @param without a dimension left open, to count what choosing more of it would give
 */
export function auditWhere(input: AuditFilters, without?: Dimension): Where {
  const dimensions = (Object.keys(NARROWING) as Dimension[]).filter((one) => one !== without);
  return { AND: [...general(input), ...dimensions.flatMap((one) => NARROWING[one](input))] };
}
