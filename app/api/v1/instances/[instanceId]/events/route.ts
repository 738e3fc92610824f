import { api } from '@/lib/http/route';
import { instanceEvents } from '@/lib/instances/queries';

export const GET = api(
  { route: '/instances/{id}/events' },
  async ({ context, params, query: { cursor, ...query } }) => ({
    body: await instanceEvents(context, { ...query, ...(cursor ? { after: cursor } : {}), ...params }),
  }),
);
