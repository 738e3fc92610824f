import { testProvider } from '@/lib/ai/use-cases';
import { api } from '@/lib/http/route';

export const POST = api({ route: '/providers/{id}/test' }, async ({ context, params }) => ({
  body: await testProvider(context, params),
}));
