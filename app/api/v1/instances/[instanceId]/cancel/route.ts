import { api, withParams } from '@/lib/http/route';
import { cancelInstance } from '@/lib/instances/operate';

export const POST = api({ route: '/instances/{id}/cancel' }, async ({ context, params, json }) => ({
  body: await cancelInstance(context, withParams(json(), params)),
}));
