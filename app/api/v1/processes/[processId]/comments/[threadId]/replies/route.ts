import { replyToComment } from '@/lib/comments/reply';
import { api, withParams } from '@/lib/http/route';

export const POST = api(
  { route: '/processes/{id}/comments/{id}/replies' },
  async ({ context, params, json }) => ({
    status: 201,
    body: await replyToComment(context, withParams(json(), params)),
  }),
);
