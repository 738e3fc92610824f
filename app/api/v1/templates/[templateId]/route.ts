import { api } from '@/lib/http/route';
import { getTemplate } from '@/lib/templates/list';

export const GET = api({ route: '/templates/{templateId}' }, async ({ context, params }) => ({
  body: await getTemplate(context, params),
}));
