import { api, withParams } from '@/lib/http/route';
import { publish } from '@/lib/processes/publish';

export const POST = api({ route: '/processes/{id}/publish' }, async ({ context, params, json }) => ({
  status: 201,
  body: await publish(context, withParams(json(), params)),
}));
