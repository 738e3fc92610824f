import { api, withParams } from '@/lib/http/route';
import { failWork } from '@/lib/work/use-cases';

export const POST = api({ route: '/work/{id}/fail' }, async ({ context, params, json }) => ({
  body: await failWork(context, withParams(json(), params)),
}));
