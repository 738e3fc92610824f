import { api } from '@/lib/http/route';
import { revokeToken } from '@/lib/settings/tokens';

export const DELETE = api({ route: '/tokens/{id}' }, async ({ context, params }) => ({
  body: await revokeToken(context, params),
}));
