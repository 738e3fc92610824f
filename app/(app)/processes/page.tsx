import { RefusedPage } from '@/components/common/refused-page';
import { ProcessList } from '@/components/processes/process-list';
import { onPage, pageFrame } from '@/lib/http/page';
import { listProcesses } from '@/lib/processes/queries';

export const metadata = { title: 'Processes' };

/** Every process with its versions and what runs on it. */
export default async function ProcessesPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string; cursor?: string }>;
}) {
  const { q, cursor } = await searchParams;
  const [result, { permissions }] = await Promise.all([
    onPage('/processes', (context) =>
      listProcesses(context, { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}), limit: 100 }),
    ),
    pageFrame(),
  ]);
  if (!result.ok) return <RefusedPage message={result.message} />;
  return <ProcessList {...result.value} query={q ?? ''} mayEdit={permissions.includes('models.edit')} />;
}
