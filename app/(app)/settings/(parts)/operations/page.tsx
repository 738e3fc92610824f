import { RefusedPage } from '@/components/common/refused-page';
import { Deliveries } from '@/components/settings/deliveries';
import { PutAside } from '@/components/settings/put-aside';
import { onPage, pageFrame } from '@/lib/http/page';
import { listIncidents } from '@/lib/instances/open-incidents';
import { listSetAside } from '@/lib/operations/set-aside';

export const metadata = { title: 'Operations' };

const AT_MOST = 200;

export default async function OperationsPage() {
  const result = await onPage('/settings/operations', async (context) => ({
    deliveries: await listSetAside(context, { limit: AT_MOST }),
    incidents: await listIncidents(context, { limit: AT_MOST, code: 'quarantined' }),
  }));
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { deliveries, incidents } = result.value;
  const mayOperate = (await pageFrame()).permissions.includes('instances.operate');
  return (
    <div className="flex flex-col gap-8">
      <Deliveries
        deliveries={deliveries.items}
        more={deliveries.nextCursor !== null}
        mayOperate={mayOperate}
      />
      <PutAside incidents={incidents.items} more={incidents.nextCursor !== null} mayOperate={mayOperate} />
    </div>
  );
}
