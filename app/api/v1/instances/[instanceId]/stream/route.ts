import { eventStream } from '@/lib/http/event-stream';
import { api } from '@/lib/http/route';
import { watchInstance } from '@/lib/instances/watch';

export const dynamic = 'force-dynamic';

export const GET = api({ route: '/instances/{id}/stream' }, async ({ context, params, query, request }) => {
  const after = Number(request.headers.get('last-event-id') ?? query.after ?? 0);
  const watch = await watchInstance(context, { ...params, after });
  return eventStream(request.signal, watch);
});
