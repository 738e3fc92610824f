import { RefusedPage } from '@/components/common/refused-page';
import { People } from '@/components/settings/people';
import { onPage, pageFrame } from '@/lib/http/page';
import { listPeople } from '@/lib/settings/people';

export const metadata = { title: 'People' };

export default async function PeoplePage() {
  const result = await onPage('/settings/people', (context) => listPeople(context, { limit: 200 }));
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { permissions } = await pageFrame();
  return <People people={result.value.items} mayManage={permissions.includes('settings.manage')} />;
}
