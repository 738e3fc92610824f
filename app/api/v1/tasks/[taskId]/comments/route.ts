import { api, withParams } from '@/lib/http/route';
import { commentTask } from '@/lib/tasks/act';

export const POST = api({ route: '/tasks/{id}/comments' }, async ({ context, params, json }) => ({
  body: await commentTask(context, withParams(json(), params)),
}));
