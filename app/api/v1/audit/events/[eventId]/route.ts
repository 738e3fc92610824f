import { getAuditEvent } from '@/lib/audit/event';
import { api } from '@/lib/http/route';

export const GET = api({ route: '/audit/events/{id}' }, async ({ context, params }) => ({
  body: await getAuditEvent(context, params),
}));
