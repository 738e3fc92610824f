import { api, withParams } from '@/lib/http/route';
import { publishMessage } from '@/lib/messages/publish';

export const POST = api({ route: '/messages' }, async ({ context, params, json }) => ({
  body: await publishMessage(context, withParams(json(), params)),
}));
