import { api, withParams } from '@/lib/http/route';
import { deleteProvider, putProvider } from '@/lib/settings/providers';

export const PUT = api({ route: '/providers/{id}' }, async ({ context, params, json }) => ({
  body: await putProvider(context, withParams(json(), params)),
}));

export const DELETE = api({ route: '/providers/{id}' }, async ({ context, params }) => ({
  body: await deleteProvider(context, params),
}));
