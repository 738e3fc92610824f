import { resolveComment } from '@/lib/comments/resolve';
import { api, withParams } from '@/lib/http/route';

export const POST = api(
  { route: '/processes/{id}/comments/{id}/resolve' },
  async ({ context, params, json }) => ({
    body: await resolveComment(context, withParams(json(), params)),
  }),
);
