import { deleteComment } from '@/lib/comments/delete';
import { api } from '@/lib/http/route';

export const DELETE = api(
  { route: '/processes/{id}/comments/{id}/replies/{id}' },
  async ({ context, params }) => ({ body: await deleteComment(context, params) }),
);
