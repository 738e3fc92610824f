import { testRun } from '@/lib/ai/use-cases';
import { progressStream } from '@/lib/http/progress-stream';
import { api } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const POST = api({ route: '/ai/test-run' }, async ({ context, request, json }) => {
  const input = json();
  return request.headers.get('accept')?.includes('text/event-stream')
    ? progressStream(testRun, context, input)
    : { body: await testRun(context, input) };
});
