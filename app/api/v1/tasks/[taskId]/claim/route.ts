import { api, withParams } from '@/lib/http/route';
import { claimTask } from '@/lib/tasks/act';

export const POST = api({ route: '/tasks/{id}/claim' }, async ({ context, params, json }) => ({
  body: await claimTask(context, withParams(json(), params)),
}));
