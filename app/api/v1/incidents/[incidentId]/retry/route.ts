import { api, withParams } from '@/lib/http/route';
import { retryIncident } from '@/lib/instances/operate';

export const POST = api({ route: '/incidents/{id}/retry' }, async ({ context, params, json }) => ({
  body: await retryIncident(context, withParams(json(), params)),
}));
