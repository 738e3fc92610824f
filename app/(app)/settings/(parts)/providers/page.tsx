import { RefusedPage } from '@/components/common/refused-page';
import { Providers } from '@/components/settings/providers';
import { onPage, pageFrame } from '@/lib/http/page';
import { listProviders } from '@/lib/settings/providers';

export const metadata = { title: 'AI providers' };

export default async function ProvidersPage() {
  const result = await onPage('/settings/providers', (context) => listProviders(context, {}));
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { permissions } = await pageFrame();
  return <Providers providers={result.value} mayManage={permissions.includes('settings.manage')} />;
}
