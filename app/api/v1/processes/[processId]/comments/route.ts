import { addComment } from '@/lib/comments/add';
import { listComments } from '@/lib/comments/list';
import { api, withParams } from '@/lib/http/route';

export const GET = api({ route: '/processes/{id}/comments' }, async ({ context, params, query }) => ({
  body: await listComments(context, { ...query, ...params }),
}));

export const POST = api({ route: '/processes/{id}/comments' }, async ({ context, params, json }) => ({
  status: 201,
  body: await addComment(context, withParams(json(), params)),
}));
