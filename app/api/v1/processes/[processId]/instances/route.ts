import { api, withParams } from '@/lib/http/route';
import { waitMs } from '@/lib/http/wait';
import { startInstance } from '@/lib/instances/start';

export const POST = api({ route: '/processes/{id}/instances' }, async ({ context, params, query, json }) => ({
  status: 201,
  body: await startInstance(context, { ...withParams(json(), params), waitMs: waitMs(query.wait) }),
}));
