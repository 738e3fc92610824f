import { stepSpending } from '@/lib/ai/budget/spending';
import { api } from '@/lib/http/route';

export const GET = api(
  { route: '/processes/{id}/elements/{elementId}/spending' },
  async ({ context, params }) => ({ body: await stepSpending(context, params) }),
);
