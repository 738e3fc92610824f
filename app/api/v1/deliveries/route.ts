import { api } from '@/lib/http/route';
import { listSetAside } from '@/lib/operations/set-aside';

export const GET = api({ route: '/deliveries' }, async ({ context, query }) => ({
  body: await listSetAside(context, query),
}));
