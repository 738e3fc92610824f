import { auditFacets } from '@/lib/audit/queries';
import { api } from '@/lib/http/route';

export const GET = api({ route: '/audit/facets' }, async ({ context, query }) => ({
  body: await auditFacets(context, query),
}));
