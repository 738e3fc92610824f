import { deleteComment } from '@/lib/comments/delete';
import { editComment } from '@/lib/comments/edit';
import { api, withParams } from '@/lib/http/route';

const route = '/processes/{id}/comments/{id}/replies/{id}';

export const PUT = api({ route }, async ({ context, params, json }) => ({
  body: await editComment(context, withParams(json(), params)),
}));

export const DELETE = api({ route }, async ({ context, params }) => ({
  body: await deleteComment(context, params),
}));
