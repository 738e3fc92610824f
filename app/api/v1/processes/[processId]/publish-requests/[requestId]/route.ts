import { api } from '@/lib/http/route';
import { getRequest } from '@/lib/processes/request-queries';

export const GET = api({ route: '/processes/{id}/publish-requests/{id}' }, async ({ context, params }) => ({
  body: await getRequest(context, params),
}));
