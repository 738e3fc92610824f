import { stepSamples } from '@/lib/ai/samples/list';
import { api } from '@/lib/http/route';

export const GET = api(
  { route: '/processes/{id}/elements/{elementId}/samples' },
  async ({ context, params }) => ({ body: await stepSamples(context, params) }),
);
