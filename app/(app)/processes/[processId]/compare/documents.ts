import type { Side } from '@/components/versions/side';
import { requestIdOf } from '@/components/versions/side';
import type { ProcessDocument } from '@/lib/document';
import { markExecutable } from '@/lib/processes/mark-executable';
import { getDraft, getProcess, getVersion, listVersions } from '@/lib/processes/queries';
import { getRequest, listRequests } from '@/lib/processes/request-queries';
import type { CallContext } from '@/lib/usecase/context';

/** Everything a comparison shows. @throws AppError 404 for a side that isn't there */
export async function documentsOf(context: CallContext, processId: string, from: Side, to: Side) {
  const [process, { items: versions }, { items: waiting }, request] = await Promise.all([
    getProcess(context, { processId }),
    listVersions(context, { processId, limit: 200 }),
    listRequests(context, { processId, state: 'pending' }),
    requestOf(context, processId, from, to),
  ]);
  const { document: frozen, ...facts } = request ?? { document: null };
  const read = async (side: Side): Promise<ProcessDocument> => {
    if (typeof side === 'number') return (await getVersion(context, { processId, version: side })).document;
    // Published, the draft would say of itself that it runs: that is no difference.
    const draft = async () => markExecutable((await getDraft(context, { processId })).document);
    return side === 'draft' ? draft() : (frozen ?? draft());
  };
  const [was, after] = await Promise.all([read(from), read(to)]);
  // What is asked for before there is any version is compared with nothing.
  const before = from === to && requestIdOf(to) && frozen ? { ...after, elements: {} } : was;
  return { process, versions, waiting, before, after, request: 'requestId' in facts ? facts : null };
}

async function requestOf(context: CallContext, processId: string, from: Side, to: Side) {
  const requestId = requestIdOf(to) ?? requestIdOf(from);
  return requestId ? getRequest(context, { processId, requestId }) : null;
}
