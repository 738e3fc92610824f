import { api, withParams } from '@/lib/http/route';
import { retireProcess } from '@/lib/processes/retire';

export const POST = api({ route: '/processes/{id}/retire' }, async ({ context, params, json }) => ({
  body: await retireProcess(context, withParams(json(), params)),
}));
