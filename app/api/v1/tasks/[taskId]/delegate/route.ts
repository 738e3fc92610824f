import { api, withParams } from '@/lib/http/route';
import { delegateTask } from '@/lib/tasks/act';

export const POST = api({ route: '/tasks/{id}/delegate' }, async ({ context, params, json }) => ({
  body: await delegateTask(context, withParams(json(), params)),
}));
