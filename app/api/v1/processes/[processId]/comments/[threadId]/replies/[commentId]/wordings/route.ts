import { commentWordings } from '@/lib/comments/wordings';
import { api } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const GET = api(
  { route: '/processes/{id}/comments/{id}/replies/{id}/wordings' },
  async ({ context, params }) => ({ body: await commentWordings(context, params) }),
);
