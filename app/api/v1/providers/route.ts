import { api } from '@/lib/http/route';
import { listProviders } from '@/lib/settings/providers';

export const GET = api({ route: '/providers' }, async ({ context }) => ({
  body: { items: await listProviders(context, {}), nextCursor: null },
}));
