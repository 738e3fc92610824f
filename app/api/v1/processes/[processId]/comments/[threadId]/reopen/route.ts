import { reopenComment } from '@/lib/comments/resolve';
import { api, withParams } from '@/lib/http/route';

export const POST = api(
  { route: '/processes/{id}/comments/{id}/reopen' },
  async ({ context, params, json }) => ({
    body: await reopenComment(context, withParams(json(), params)),
  }),
);
