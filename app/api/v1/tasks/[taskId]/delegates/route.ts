import { api } from '@/lib/http/route';
import { listDelegates } from '@/lib/tasks/delegates';

export const GET = api({ route: '/tasks/{id}/delegates' }, async ({ context, params }) => ({
  body: await listDelegates(context, params),
}));
