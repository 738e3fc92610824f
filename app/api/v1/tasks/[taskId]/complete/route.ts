import { api, withParams } from '@/lib/http/route';
import { completeTask } from '@/lib/tasks/complete';

export const POST = api({ route: '/tasks/{id}/complete' }, async ({ context, params, json }) => ({
  body: await completeTask(context, withParams(json(), params)),
}));
