import { api, withParams } from '@/lib/http/route';
import { withdrawRequest } from '@/lib/processes/decide-request';

export const POST = api(
  { route: '/processes/{id}/publish-requests/{id}/withdraw' },
  async ({ context, params, json }) => ({ body: await withdrawRequest(context, withParams(json(), params)) }),
);
