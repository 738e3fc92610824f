import { api } from '@/lib/http/route';
import { getProcess } from '@/lib/processes/queries';

export const GET = api({ route: '/processes/{id}' }, async ({ context, params }) => ({
  body: await getProcess(context, params),
}));
