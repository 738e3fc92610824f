import { xmlAnswer } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { exportDraft } from '@/lib/processes/exports';

export const GET = api({ route: '/processes/{id}/draft.bpmn' }, async ({ context, params }) =>
  xmlAnswer(await exportDraft(context, params)),
);
