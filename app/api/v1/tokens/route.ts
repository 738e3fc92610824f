import { api, withParams } from '@/lib/http/route';
import { createToken, listTokens } from '@/lib/settings/tokens';

export const GET = api({ route: '/tokens' }, async ({ context, query }) => ({
  body: await listTokens(context, query),
}));

export const POST = api({ route: '/tokens', secretAnswer: true }, async ({ context, params, json }) => ({
  status: 201,
  body: await createToken(context, withParams(json(), params)),
}));
