import { api } from '@/lib/http/route';
import { setDefaultProvider } from '@/lib/settings/providers';

export const POST = api({ route: '/providers/{id}/default' }, async ({ context, params }) => ({
  body: await setDefaultProvider(context, params),
}));
