import { api, withParams } from '@/lib/http/route';
import { restoreVersion } from '@/lib/processes/restore';

export const POST = api({ route: '/processes/{id}/restore' }, async ({ context, params, json }) => ({
  body: await restoreVersion(context, withParams(json(), params)),
}));
