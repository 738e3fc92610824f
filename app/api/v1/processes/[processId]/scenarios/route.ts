import { api } from '@/lib/http/route';
import { listScenarios } from '@/lib/scenarios/list';

export const GET = api({ route: '/processes/{id}/scenarios' }, async ({ context, params }) => ({
  body: await listScenarios(context, params),
}));
