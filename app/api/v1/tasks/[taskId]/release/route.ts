import { api, withParams } from '@/lib/http/route';
import { releaseTask } from '@/lib/tasks/act';

export const POST = api({ route: '/tasks/{id}/release' }, async ({ context, params, json }) => ({
  body: await releaseTask(context, withParams(json(), params)),
}));
