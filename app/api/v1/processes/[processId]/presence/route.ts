import { api, withParams } from '@/lib/http/route';
import { watching } from '@/lib/http/watching';
import { followPresence, showPresence } from '@/lib/presence/use-cases';

export const dynamic = 'force-dynamic';

export const GET = api({ route: '/processes/{id}/presence' }, ({ context, params, query }) =>
  watching(followPresence, context, { ...query, ...params }),
);

export const POST = api({ route: '/processes/{id}/presence' }, async ({ context, params, json }) => ({
  body: await showPresence(context, withParams(json(), params)),
}));
