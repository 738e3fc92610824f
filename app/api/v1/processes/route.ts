import { contentOf, processLimit } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { createProcess } from '@/lib/processes/create';
import { listProcesses } from '@/lib/processes/queries';

export const GET = api({ route: '/processes' }, async ({ context, query }) => ({
  body: await listProcesses(context, query),
}));

export const POST = api({ route: '/processes', maxBytes: processLimit }, async (call) => ({
  status: 201,
  body: await createProcess(call.context, { content: contentOf(call) }),
}));
