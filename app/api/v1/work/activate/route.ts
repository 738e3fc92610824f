import { api, withParams } from '@/lib/http/route';
import { activateWork } from '@/lib/work/use-cases';

export const POST = api({ route: '/work/activate' }, async ({ context, params, json }) => ({
  body: await activateWork(context, withParams(json(), params)),
}));
