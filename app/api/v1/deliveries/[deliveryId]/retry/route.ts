import { api, withParams } from '@/lib/http/route';
import { retryDelivery } from '@/lib/operations/set-aside';

export const POST = api({ route: '/deliveries/{id}/retry' }, async ({ context, params, json }) => ({
  body: await retryDelivery(context, withParams(json(), params)),
}));
