import { api, withParams } from '@/lib/http/route';
import { dropDelivery } from '@/lib/operations/set-aside';

export const POST = api({ route: '/deliveries/{id}/drop' }, async ({ context, params, json }) => ({
  body: await dropDelivery(context, withParams(json(), params)),
}));
