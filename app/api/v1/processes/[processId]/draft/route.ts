import { malformed } from '@/lib/errors/app-error';
import { contentOf, processLimit } from '@/lib/http/content';
import { api } from '@/lib/http/route';
import { getDraft } from '@/lib/processes/queries';
import { saveDraft } from '@/lib/processes/save-draft';

export const GET = api({ route: '/processes/{id}/draft' }, async ({ context, params }) => {
  const draft = await getDraft(context, params);
  return { body: draft, headers: { etag: `"${draft.draftRevision}"` } };
});

/** RFC 9110 entity tag of the draft: its revision in quotes. */
function revisionOf(header: string | null): number {
  const revision = Number(/^(?:W\/)?"?(\d+)"?$/.exec(header?.trim() ?? '')?.[1]);
  if (Number.isSafeInteger(revision)) return revision;
  throw malformed({
    code: 'if-match-required',
    userMessage: 'Send If-Match: "<revision>" with the revision your change is based on.',
  });
}

export const PUT = api({ route: '/processes/{id}/draft', maxBytes: processLimit }, async (call) => {
  const revision = revisionOf(call.request.headers.get('if-match'));
  const saved = await saveDraft(call.context, { ...call.params, revision, content: contentOf(call) });
  return { body: saved, headers: { etag: `"${saved.draftRevision}"` } };
});
