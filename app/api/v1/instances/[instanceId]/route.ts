import { api } from '@/lib/http/route';
import { getInstance } from '@/lib/instances/queries';

export const GET = api({ route: '/instances/{id}' }, async ({ context, params }) => ({
  body: await getInstance(context, params),
}));
