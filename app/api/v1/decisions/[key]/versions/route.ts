import { listDecisionVersions } from '@/lib/decisions/queries';
import { api } from '@/lib/http/route';

export const GET = api({ route: '/decisions/{key}/versions' }, async ({ context, params }) => ({
  body: await listDecisionVersions(context, { key: params.key }),
}));
