import { api, withParams } from '@/lib/http/route';
import { deleteSecret, putSecret } from '@/lib/settings/secrets';

export const PUT = api({ route: '/secrets/{name}' }, async ({ context, params, json }) => ({
  body: await putSecret(context, withParams(json(), params)),
}));

export const DELETE = api({ route: '/secrets/{name}' }, async ({ context, params }) => ({
  body: await deleteSecret(context, params),
}));
