import { verifyAudit } from '@/lib/audit/verify';
import { api } from '@/lib/http/route';

export const POST = api({ route: '/audit/verify' }, async ({ context }) => ({
  body: await verifyAudit(context, {}),
}));
