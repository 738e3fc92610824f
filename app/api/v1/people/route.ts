import { api, withParams } from '@/lib/http/route';
import { createPerson, listPeople } from '@/lib/settings/people';

export const GET = api({ route: '/people' }, async ({ context, query }) => ({
  body: await listPeople(context, query),
}));

export const POST = api({ route: '/people' }, async ({ context, params, json }) => ({
  status: 201,
  body: await createPerson(context, withParams(json(), params)),
}));
