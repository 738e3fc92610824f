import { api } from '@/lib/http/route';
import { createBlank } from '@/lib/processes/create';

export const POST = api({ route: '/processes/blank' }, async ({ context, json }) => ({
  status: 201,
  body: await createBlank(context, json()),
}));
