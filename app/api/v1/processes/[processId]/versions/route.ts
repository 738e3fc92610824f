import { api } from '@/lib/http/route';
import { listVersions } from '@/lib/processes/queries';

export const GET = api({ route: '/processes/{id}/versions' }, async ({ context, params, query }) => ({
  body: await listVersions(context, { ...query, ...params }),
}));
