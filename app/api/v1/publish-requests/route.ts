import { api } from '@/lib/http/route';
import { waitingRequests } from '@/lib/processes/waiting-requests';

export const GET = api({ route: '/publish-requests' }, async ({ context, query }) => ({
  body: await waitingRequests(context, query),
}));
