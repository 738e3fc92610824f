import { api, withParams } from '@/lib/http/route';
import { tagVersion, untagVersion } from '@/lib/processes/tags';

export const PUT = api({ route: '/processes/{id}/tags/{tag}' }, async ({ context, params, json }) => ({
  body: await tagVersion(context, withParams(json(), params)),
}));

export const DELETE = api({ route: '/processes/{id}/tags/{tag}' }, async ({ context, params }) => ({
  body: await untagVersion(context, params),
}));
