import { api } from '@/lib/http/route';
import { waitingRequests } from '@/lib/processes/request-queries';

export const GET = api({ route: '/publish-requests' }, async ({ context, query }) => ({
  body: { items: await waitingRequests(context, query) },
}));
