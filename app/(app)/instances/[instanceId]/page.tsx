import { RefusedPage } from '@/components/common/refused-page';
import { InstanceView } from '@/components/instance/instance-view';
import { scopeOf } from '@/lib/auth/permissions';
import { onPage, pageFrame } from '@/lib/http/page';
import { getInstancePage } from '@/lib/instances/queries';

export const metadata = { title: 'Instance' };

/** One instance, live. */
export default async function InstancePage({
  params,
  searchParams,
}: {
  params: Promise<{ instanceId: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
}) {
  const [{ instanceId }, { at }] = await Promise.all([params, searchParams]);
  const here = `/instances/${instanceId}${typeof at === 'string' ? `?at=${encodeURIComponent(at)}` : ''}`;
  const [result, { permissions, principal }] = await Promise.all([
    onPage(here, (context) => getInstancePage(context, { instanceId })),
    pageFrame(),
  ]);
  if (!result.ok) return <RefusedPage message={result.message} />;
  const roles = principal?.roles ?? [];
  return (
    <InstanceView
      key={instanceId}
      {...result.value}
      at={typeof at === 'string' ? at : undefined}
      now={Date.now()}
      rights={{
        operate: permissions.includes('instances.operate'),
        start: scopeOf(roles, 'instances.start') === 'all',
        seeTasks: permissions.includes('tasks.see'),
        seeAudit: permissions.includes('audit.see'),
      }}
    />
  );
}
