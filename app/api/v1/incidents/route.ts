import { api } from '@/lib/http/route';
import { listIncidents } from '@/lib/instances/open-incidents';

export const GET = api({ route: '/incidents' }, async ({ context, query }) => ({
  body: await listIncidents(context, query),
}));
