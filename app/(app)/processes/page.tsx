import { RefusedPage } from '@/components/common/refused-page';
import { ProcessList } from '@/components/processes/process-list';
import { onPage, pageContext, pageFrame } from '@/lib/http/page';
import { listProcesses } from '@/lib/processes/queries';
import { waitingRequests } from '@/lib/processes/waiting-requests';

export const metadata = { title: 'Processes' };

/** Every process with its versions and what runs on it. */
export default async function ProcessesPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string; owner?: string; tag?: string; cursor?: string }>;
}) {
  const { q, owner, tag, cursor } = await searchParams;
  const filters = { ...(q ? { q } : {}), ...(owner ? { owner } : {}), ...(tag ? { tag } : {}) };
  const { permissions } = await pageFrame();
  const [result, waiting] = await Promise.all([
    onPage('/processes', (context) =>
      listProcesses(context, { ...filters, ...(cursor ? { cursor } : {}), limit: 100 }),
    ),
    permissions.includes('requests.decide')
      ? pageContext().then((context) => waitingRequests(context, { limit: 3 }))
      : null,
  ]);
  if (!result.ok) return <RefusedPage message={result.message} />;
  return (
    <ProcessList
      {...result.value}
      waiting={waiting}
      filters={filters}
      mayEdit={permissions.includes('models.edit')}
    />
  );
}
