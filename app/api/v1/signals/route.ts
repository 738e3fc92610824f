import { api, withParams } from '@/lib/http/route';
import { broadcastSignal } from '@/lib/messages/broadcast';

export const POST = api({ route: '/signals' }, async ({ context, params, json }) => ({
  body: await broadcastSignal(context, withParams(json(), params)),
}));
