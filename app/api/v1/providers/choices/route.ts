import { api } from '@/lib/http/route';
import { providerChoices } from '@/lib/settings/providers';

export const GET = api({ route: '/providers/choices' }, async ({ context }) => ({
  body: { items: await providerChoices(context, {}), nextCursor: null },
}));
