import { DOCUMENT_LIMIT } from '@/lib/http/body';
import { contentOf } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { createProcess } from '@/lib/processes/create';
import { listProcesses } from '@/lib/processes/queries';

export const GET = api({ route: '/processes' }, async ({ context, query }) => ({
  body: await listProcesses(context, query),
}));

export const POST = api({ route: '/processes', maxBytes: DOCUMENT_LIMIT }, async (call) => ({
  status: 201,
  body: await createProcess(call.context, { content: contentOf(call) }),
}));
