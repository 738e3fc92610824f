import { api, withParams } from '@/lib/http/route';
import { approveRequest } from '@/lib/processes/decide-request';

export const POST = api(
  { route: '/processes/{id}/publish-requests/{id}/approve' },
  async ({ context, params, json }) => ({ body: await approveRequest(context, withParams(json(), params)) }),
);
