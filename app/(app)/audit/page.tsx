import { AuditView } from '@/components/audit/audit-view';
import { RefusedPage } from '@/components/common/refused-page';
import { filterFromParams, filterToParams } from '@/lib/audit/filter';
import { auditFacets, listAudit } from '@/lib/audit/queries';
import { onPage } from '@/lib/http/page';

export const metadata = { title: 'Audit' };

const FIRST_PAGE = 200;

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The record of everything; its filter is its address, so that a view can be passed on. */
export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const sent = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const params = filterToParams(filterFromParams(new URLSearchParams(sent)));
  const query = Object.fromEntries(params);
  const here = params.size > 0 ? `/audit?${params}` : '/audit';
  const result = await onPage(here, async (context) => {
    const [list, facets] = await Promise.all([
      listAudit(context, { ...query, limit: FIRST_PAGE }),
      auditFacets(context, query),
    ]);
    return { ...list, facets };
  });
  if (!result.ok) return <RefusedPage message={result.message} />;
  return <AuditView {...result.value} />;
}
