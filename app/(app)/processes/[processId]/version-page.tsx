import { CommentsAction } from '@/components/processes/comments-action';
import { VersionActions } from '@/components/processes/version-actions';
import { VersionSheet } from '@/components/processes/version-sheet';
import { scopeOf } from '@/lib/auth/permissions';
import { diagramView } from '@/lib/document';
import { pageContext, pageFrame } from '@/lib/http/page';
import { getVersion, listVersions } from '@/lib/processes/queries';
import { listRequests } from '@/lib/processes/request-queries';

export interface VersionPageProps {
  process: {
    processId: string;
    name: string;
    latestVersion: number | null;
    retired: boolean;
    secondPerson: boolean;
  };
  number: number;
}

/** One published version with what may be done with it. @throws AppError 404 for a number that isn't there */
export async function VersionPage({ process, number }: VersionPageProps) {
  const { processId, latestVersion, retired } = process;
  const context = await pageContext();
  const [version, { items }, { items: waiting }, { principal, permissions }] = await Promise.all([
    getVersion(context, { processId, version: number }),
    listVersions(context, { processId, limit: 200 }),
    listRequests(context, { processId, state: 'pending' }),
    pageFrame(),
  ]);
  const mayEdit = permissions.includes('models.edit');
  const mayRun = !retired && scopeOf(principal?.roles ?? [], 'instances.start') === 'all';
  const listed = items.find((item) => item.version === number);
  return (
    <VersionSheet
      process={process}
      versions={items}
      waiting={waiting}
      shown={listed ?? { ...version, publishedByName: version.publishedBy, runningInstances: 0 }}
      view={diagramView(version.document)}
      mayEdit={mayEdit}
      actions={
        <>
          {!mayEdit && (
            <CommentsAction processId={processId} mayWrite={permissions.includes('models.comment')} />
          )}
          <VersionActions
            processId={processId}
            version={number}
            latest={latestVersion}
            mayEdit={mayEdit}
            mayRun={mayRun}
            start={version.start}
            versions={items.map((item) => item.version)}
            tags={listed?.tags ?? []}
            mayPublish={permissions.includes('versions.publish')}
            mayPolicy={permissions.includes('policies.set')}
            secondPerson={process.secondPerson}
          />
        </>
      }
    />
  );
}
