import { api } from '@/lib/http/route';
import { listRequests } from '@/lib/processes/request-queries';

export const GET = api({ route: '/processes/{id}/publish-requests' }, async ({ context, params, query }) => ({
  body: await listRequests(context, { ...query, ...params }),
}));
