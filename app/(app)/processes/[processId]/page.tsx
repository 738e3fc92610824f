import { RefusedPage } from '@/components/common/refused-page';
import { CommentsAction } from '@/components/processes/comments-action';
import { DesignerPage } from '@/components/processes/designer-page';
import { VersionSheet } from '@/components/processes/version-sheet';
import { diagramView } from '@/lib/document';
import { onPage, pageContext, pageFrame } from '@/lib/http/page';
import { openDraft } from '@/lib/processes/open-draft';
import { getDraft, getProcess } from '@/lib/processes/queries';
import { VersionPage } from './version-page';

interface Props {
  params: Promise<{ processId: string }>;
}

export const metadata = { title: 'Process' };

/** The designer for those who draw; everybody else sees what is published. */
export default async function ProcessPage({ params }: Props) {
  const { processId } = await params;
  const found = await onPage(`/processes/${processId}`, (context) => getProcess(context, { processId }));
  if (!found.ok) return <RefusedPage message={found.message} />;
  const process = found.value;
  const { permissions } = await pageFrame();
  const mayEdit = permissions.includes('models.edit');
  if (!mayEdit && process.latestVersion !== null)
    return <VersionPage process={process} number={process.latestVersion} />;
  if (!mayEdit) {
    const draft = await getDraft(await pageContext(), { processId });
    return (
      <VersionSheet
        process={process}
        versions={[]}
        shown={null}
        view={diagramView(draft.document)}
        mayEdit={false}
        actions={<CommentsAction processId={processId} mayWrite={permissions.includes('models.comment')} />}
      />
    );
  }
  return (
    <DesignerPage
      readAt={Date.now()}
      processId={processId}
      // Not awaited: the program starts in the browser while the draft is on its way.
      draft={openDraft(await pageContext(), { processId })}
      meta={{
        name: process.name,
        latestVersion: process.latestVersion,
        start: process.start,
      }}
    />
  );
}
