import 'server-only';
import { db } from '@/lib/db/client';
import type { Task } from '@/lib/db/generated/client.ts';
import { chipsOf } from './chips';
import type { TaskSummary } from './types';

async function namesOf(rows: Task[]) {
  const people = rows.flatMap((row) => (row.decidedBy ? [row.decidedBy] : []));
  const [processes, instances, deciders] = await Promise.all([
    db().process.findMany({
      where: { id: { in: rows.map((row) => row.processId) } },
      select: { id: true, name: true },
    }),
    db().instance.findMany({
      where: { id: { in: rows.map((row) => row.instanceId) } },
      select: { id: true, title: true, processKey: true },
    }),
    people.length === 0
      ? []
      : db().person.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
  ]);
  return {
    process: new Map(processes.map((one) => [one.id, one.name])),
    title: new Map(instances.map((one) => [one.id, one.title])),
    processKey: new Map(instances.map((one) => [one.id, one.processKey])),
    person: new Map(deciders.map((one) => [one.id, one.name])),
  };
}

/** Rows of the inbox for rows of the database, in the same order. */
export async function summaries(rows: Task[]): Promise<TaskSummary[]> {
  const names = await namesOf(rows);
  const chips = await chipsOf(rows, names.processKey);
  return rows.map((row) => ({
    taskId: row.id,
    instanceId: row.instanceId,
    elementId: row.elementId,
    processId: row.processId,
    processName: names.process.get(row.processId) ?? '',
    title: names.title.get(row.instanceId) ?? null,
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
    decidedByName: row.decidedBy ? (names.person.get(row.decidedBy) ?? row.decidedBy) : null,
    amount: chips.get(row.id)?.amount ?? null,
    ai: chips.get(row.id)?.ai ?? null,
    decisions: row.voters.length,
    reminders: row.reminders,
  }));
}
