import { api } from '@/lib/http/route';
import { listSecrets } from '@/lib/settings/secrets';

export const GET = api({ route: '/secrets' }, async ({ context }) => ({
  body: { items: await listSecrets(context, {}), nextCursor: null },
}));
