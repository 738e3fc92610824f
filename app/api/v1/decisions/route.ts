import { listDecisions } from '@/lib/decisions/queries';
import { storeDecisions } from '@/lib/decisions/store';
import { mediaType, XML_LIMIT } from '@/lib/http/body';
import { api } from '@/lib/http/route';

export const GET = api({ route: '/decisions' }, async ({ context }) => ({
  body: await listDecisions(context, {}),
}));

export const POST = api({ route: '/decisions', maxBytes: XML_LIMIT }, async ({ context, request, body }) => {
  mediaType(request, ['application/xml', 'text/xml']);
  return { status: 201, body: await storeDecisions(context, { xml: body }) };
});
