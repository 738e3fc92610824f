import { api } from '@/lib/http/route';
import { createFromTemplate } from '@/lib/templates/use';

export const POST = api({ route: '/templates/{templateId}/use' }, async ({ context, params, json }) => ({
  status: 201,
  body: await createFromTemplate(context, { ...(json() as object), ...params }),
}));
