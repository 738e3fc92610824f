import { api, withParams } from '@/lib/http/route';
import { rejectRequest } from '@/lib/processes/decide-request';

export const POST = api(
  { route: '/processes/{id}/publish-requests/{id}/reject' },
  async ({ context, params, json }) => ({ body: await rejectRequest(context, withParams(json(), params)) }),
);
