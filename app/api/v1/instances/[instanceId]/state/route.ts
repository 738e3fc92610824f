import { api } from '@/lib/http/route';
import { instanceStateAt } from '@/lib/instances/queries';

export const GET = api({ route: '/instances/{id}/state' }, async ({ context, params, query }) => ({
  body: await instanceStateAt(context, { ...query, ...params }),
}));
