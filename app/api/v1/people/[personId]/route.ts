import { api, withParams } from '@/lib/http/route';
import { updatePerson } from '@/lib/settings/people';

export const PATCH = api({ route: '/people/{id}' }, async ({ context, params, json }) => ({
  body: await updatePerson(context, withParams(json(), params)),
}));
