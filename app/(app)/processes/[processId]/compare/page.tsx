import { notFound } from 'next/navigation';
import { RefusedPage } from '@/components/common/refused-page';
import { RestoreButton } from '@/components/processes/version-buttons';
import { ComparePage } from '@/components/versions/compare-page';
import { compareDocuments } from '@/components/versions/comparison';
import { compareUrl, sideOf } from '@/components/versions/side';
import { scopeOf } from '@/lib/auth/permissions';
import { onPage, pageFrame } from '@/lib/http/page';
import { documentsOf } from './documents';

interface Props {
  params: Promise<{ processId: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
}

export const metadata = { title: 'Compare' };

/** Two versions of a process, the draft, or what waits for approval, side by side or over each other. */
export default async function Compare({ params, searchParams }: Props) {
  const { processId } = await params;
  const query = await searchParams;
  const [from, to] = [sideOf(query.from), sideOf(query.to)];
  if (from === null || to === null) notFound();
  const found = await onPage(compareUrl(processId, from, to), (context) =>
    documentsOf(context, processId, from, to),
  );
  if (!found.ok) return <RefusedPage message={found.message} />;
  const { process, versions, waiting, before, after, request } = found.value;
  const { permissions, principal } = await pageFrame();
  const mayEdit = permissions.includes('models.edit');
  return (
    <ComparePage
      key={`${from} ${to}`}
      process={process}
      comparison={compareDocuments(before, after)}
      {...{ from, to, versions, waiting, mayEdit }}
      initial={{
        mode: query.mode === 'side-by-side' ? 'side-by-side' : 'overlay',
        layout: query.layout === '1',
        at: query.at ?? null,
      }}
      request={
        request && {
          request,
          own: request.requestedBy === principal?.id,
          mayDecide: scopeOf(principal?.roles ?? [], decides(request.kind)) !== null,
        }
      }
      actions={
        mayEdit &&
        !request &&
        typeof from === 'number' && <RestoreButton processId={processId} version={from} />
      }
    />
  );
}

const decides = (kind: 'publish' | 'policy-off') =>
  kind === 'publish' ? 'versions.publish' : 'requests.decide';
