import { api } from '@/lib/http/route';
import { listTasks } from '@/lib/tasks/queries';

export const GET = api({ route: '/tasks' }, async ({ context, query }) => ({
  body: await listTasks(context, query),
}));
