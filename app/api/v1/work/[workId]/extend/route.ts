import { api, withParams } from '@/lib/http/route';
import { extendWork } from '@/lib/work/use-cases';

export const POST = api({ route: '/work/{id}/extend' }, async ({ context, params, json }) => ({
  body: await extendWork(context, withParams(json(), params)),
}));
