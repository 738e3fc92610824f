import { api, withParams } from '@/lib/http/route';
import { completeWork } from '@/lib/work/use-cases';

export const POST = api({ route: '/work/{id}/complete' }, async ({ context, params, json }) => ({
  body: await completeWork(context, withParams(json(), params)),
}));
