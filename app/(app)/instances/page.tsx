import { RefusedPage } from '@/components/common/refused-page';
import { filtersHref, readFilters } from '@/components/instance/list/filters';
import { InstanceList } from '@/components/instance/list/instance-list';
import { onPage } from '@/lib/http/page';
import { instanceProcesses, listInstances } from '@/lib/instances/queries';

export const metadata = { title: 'Instances' };

/** Every instance the person may see. */
export default async function InstancesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { cursor, ...filters } = readFilters(await searchParams);
  const result = await onPage(filtersHref(filters, cursor), async (context) => {
    const [list, processes] = await Promise.all([
      listInstances(context, { ...filters, ...(cursor ? { cursor } : {}) }),
      instanceProcesses(context, {}),
    ]);
    return { ...list, processes };
  });
  if (!result.ok) return <RefusedPage message={result.message} />;
  return <InstanceList {...result.value} filters={filters} further={cursor !== undefined} />;
}
