import { api, withParams } from '@/lib/http/route';
import { createPerson, listPeople } from '@/lib/settings/people';

export const GET = api({ route: '/people' }, async ({ context }) => ({
  body: { items: await listPeople(context, {}), nextCursor: null },
}));

export const POST = api({ route: '/people' }, async ({ context, params, json }) => ({
  status: 201,
  body: await createPerson(context, withParams(json(), params)),
}));
