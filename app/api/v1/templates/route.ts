import { api } from '@/lib/http/route';
import { listTemplates } from '@/lib/templates/list';

export const GET = api({ route: '/templates' }, async ({ context }) => ({
  body: await listTemplates(context, {}),
}));
