import { api } from '@/lib/http/route';
import { getTask } from '@/lib/tasks/queries';

export const GET = api({ route: '/tasks/{id}' }, async ({ context, params }) => ({
  body: await getTask(context, params),
}));
