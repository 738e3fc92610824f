import { xmlAnswer } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { exportVersion, getVersion } from '@/lib/processes/queries';

export const GET = api({ route: '/processes/{id}/versions/{n}' }, async ({ context, params }) => {
  const version = params.version ?? '';
  return version.endsWith('.bpmn')
    ? xmlAnswer(await exportVersion(context, { ...params, version: version.slice(0, -'.bpmn'.length) }))
    : { body: await getVersion(context, params) };
});
