import { drawingFile } from '@/components/bpmn/export/drawing-file';
import { svgAnswer, xmlAnswer, yamlAnswer } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { drawVersion, exportVersion, exportVersionText } from '@/lib/processes/exports';
import { getVersion } from '@/lib/processes/queries';

/** `3`, `3.bpmn`, `3.yaml`, `3.svg`: the ending says in which form. */
export const GET = api({ route: '/processes/{id}/versions/{n}' }, async ({ context, params, query }) => {
  const [, version, ending] = /^(.*?)(?:\.(bpmn|yaml|svg))?$/.exec(params.version ?? '') ?? [];
  const input = { ...params, version };
  switch (ending) {
    case 'bpmn':
      return xmlAnswer(await exportVersion(context, input));
    case 'yaml':
      return yamlAnswer(await exportVersionText(context, input));
    case 'svg':
      return svgAnswer(await drawingFile(await drawVersion(context, { ...query, ...input })));
    default:
      return { body: await getVersion(context, params) };
  }
});
