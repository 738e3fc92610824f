import { moveComment } from '@/lib/comments/move';
import { api, withParams } from '@/lib/http/route';

export const PUT = api(
  { route: '/processes/{id}/comments/{id}/place' },
  async ({ context, params, json }) => ({ body: await moveComment(context, withParams(json(), params)) }),
);
