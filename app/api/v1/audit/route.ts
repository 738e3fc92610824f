import { listAudit } from '@/lib/audit/queries';
import { api } from '@/lib/http/route';

export const GET = api({ route: '/audit' }, async ({ context, query }) => ({
  body: await listAudit(context, query),
}));
