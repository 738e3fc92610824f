import { api } from '@/lib/http/route';
import { listInstances } from '@/lib/instances/queries';

export const GET = api({ route: '/instances' }, async ({ context, query }) => ({
  body: await listInstances(context, query),
}));
