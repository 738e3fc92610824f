import { auditFacets } from '@/lib/audit/queries';
import { api } from '@/lib/http/route';

export const GET = api({ route: '/audit/facets' }, async ({ context }) => ({
  body: await auditFacets(context, {}),
}));
