import 'server-only';
import { db } from '@/lib/db/client';
import { AppError, conflict } from '@/lib/errors/app-error';

async function named(taskId: string, code: string): Promise<AppError | null> {
  const task = await db().task.findUnique({ where: { id: taskId } });
  if (code === 'claimed-by-another' && task?.assignee) {
    const name = task.assigneeName ?? 'somebody else';
    return conflict({
      code,
      userMessage: `“${task.name}” is claimed by ${name}; they must release it first.`,
      extra: { claimedBy: { id: task.assignee, name } },
    });
  }
  if (code !== 'task-already-decided' || task?.state !== 'completed' || !task.decidedBy) return null;
  const person = await db().person.findUnique({ where: { id: task.decidedBy }, select: { name: true } });
  const name = person?.name ?? task.decidedBy;
  return conflict({
    code,
    userMessage: `“${task.name}” was decided by ${name} already; nothing was done again.`,
    extra: { decidedBy: { id: task.decidedBy, name }, outcome: task.outcome },
  });
}

/** Runs a command on a task; a refusal because of somebody else is thrown with that person's name. */
export async function naming<Result>(taskId: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw (error instanceof AppError && (await named(taskId, error.code))) || error;
  }
}
