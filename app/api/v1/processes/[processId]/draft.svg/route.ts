import { drawingFile } from '@/components/bpmn/export/drawing-file';
import { svgAnswer } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { drawDraft } from '@/lib/processes/exports';

export const GET = api({ route: '/processes/{id}/draft.svg' }, async ({ context, params, query }) =>
  svgAnswer(await drawingFile(await drawDraft(context, { ...query, ...params }))),
);
