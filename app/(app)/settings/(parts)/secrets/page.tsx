import { RefusedPage } from '@/components/common/refused-page';
import { Secrets } from '@/components/settings/secrets';
import { onPage, pageFrame } from '@/lib/http/page';
import { listSecrets } from '@/lib/settings/secrets';

export const metadata = { title: 'Secrets' };

export default async function SecretsPage() {
  const result = await onPage('/settings/secrets', (context) => listSecrets(context, {}));
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { permissions } = await pageFrame();
  return <Secrets secrets={result.value} mayManage={permissions.includes('settings.manage')} />;
}
