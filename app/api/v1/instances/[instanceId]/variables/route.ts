import { api, withParams } from '@/lib/http/route';
import { setVariables } from '@/lib/instances/operate';

export const POST = api({ route: '/instances/{id}/variables' }, async ({ context, params, json }) => ({
  body: await setVariables(context, withParams(json(), params)),
}));
