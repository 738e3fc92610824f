import { exportDecisions } from '@/lib/decisions/queries';
import { xmlAnswer } from '@/lib/http/content';
import { api } from '@/lib/http/route';

export const GET = api({ route: '/decisions/{key}/versions/{version}' }, async ({ context, params }) =>
  xmlAnswer(await exportDecisions(context, { key: params.key, version: params.version })),
);
