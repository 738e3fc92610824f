import { api, withParams } from '@/lib/http/route';
import { evaluateConditions } from '@/lib/messages/evaluate-conditions';

export const POST = api({ route: '/conditions' }, async ({ context, params, json }) => ({
  body: await evaluateConditions(context, withParams(json(), params)),
}));
