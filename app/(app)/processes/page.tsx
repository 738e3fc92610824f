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
  searchParams: Promise<{ q?: string; cursor?: string }>;
}) {
  const { q, cursor } = await searchParams;
  const { permissions } = await pageFrame();
  const [result, waiting] = await Promise.all([
    onPage('/processes', (context) =>
      listProcesses(context, { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}), limit: 100 }),
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
      query={q ?? ''}
      mayEdit={permissions.includes('models.edit')}
    />
  );
}
