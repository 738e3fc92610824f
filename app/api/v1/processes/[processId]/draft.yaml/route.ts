import { yamlAnswer } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { exportDraftText } from '@/lib/processes/exports';

export const GET = api({ route: '/processes/{id}/draft.yaml' }, async ({ context, params }) =>
  yamlAnswer(await exportDraftText(context, params)),
);
