import { api, withParams } from '@/lib/http/route';
import { throwFromWork } from '@/lib/work/use-cases';

export const POST = api({ route: '/work/{id}/throw' }, async ({ context, params, json }) => ({
  body: await throwFromWork(context, withParams(json(), params)),
}));
