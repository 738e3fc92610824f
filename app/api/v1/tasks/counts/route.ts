import { api } from '@/lib/http/route';
import { countTasks } from '@/lib/tasks/count';

export const GET = api({ route: '/tasks/counts' }, async ({ context }) => ({
  body: await countTasks(context, {}),
}));
