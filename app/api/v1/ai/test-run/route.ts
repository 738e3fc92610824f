import { testRun } from '@/lib/ai/use-cases';
import { api } from '@/lib/http/route';

export const POST = api({ route: '/ai/test-run' }, async ({ context, json }) => ({
  body: await testRun(context, json()),
}));
