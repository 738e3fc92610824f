import 'server-only';
import type { Scope } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { hiddenFromCaller, notFound } from '@/lib/errors/app-error';
import type { AuthorisedContext } from '@/lib/usecase/context';

/**
 * The instance's row, when the caller may see it. A designer sees instances of processes they own; to everybody
 * else it is as if it didn't exist.
 */
export async function visibleInstance(context: AuthorisedContext & { scope: Scope }, instanceId: string) {
  const row = await db().instance.findUnique({ where: { id: instanceId } });
  if (!row) throw notFound('The instance');
  if (context.scope === 'own') {
    const model = await db().model.findUnique({ where: { id: row.modelId }, select: { ownerId: true } });
    if (model?.ownerId !== context.principal.id) throw hiddenFromCaller('The instance');
  }
  return row;
}
