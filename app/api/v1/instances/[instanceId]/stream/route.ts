import { api } from '@/lib/http/route';
import { watching } from '@/lib/http/watching';
import { watchInstance } from '@/lib/instances/watch';

export const dynamic = 'force-dynamic';

export const GET = api({ route: '/instances/{id}/stream' }, async ({ context, params, query, request }) => {
  const after = Number(request.headers.get('last-event-id') ?? query.after ?? 0);
  return watching(watchInstance, context, { ...params, after });
});
