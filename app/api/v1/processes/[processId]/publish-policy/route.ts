import { api, withParams } from '@/lib/http/route';
import { setPublishPolicy } from '@/lib/processes/second-person';

export const PUT = api({ route: '/processes/{id}/publish-policy' }, async ({ context, params, json }) => ({
  body: await setPublishPolicy(context, withParams(json(), params)),
}));
