import { api } from '@/lib/http/route';
import { rewrapKeys } from '@/lib/settings/rewrap-keys';

export const POST = api({ route: '/keys/rewrap' }, async ({ context }) => ({
  body: await rewrapKeys(context, {}),
}));
