import { RefusedPage } from '@/components/common/refused-page';
import { Tokens } from '@/components/settings/tokens';
import { onPage, pageFrame } from '@/lib/http/page';
import { listTokens } from '@/lib/settings/tokens';

export const metadata = { title: 'API tokens' };

export default async function TokensPage() {
  const result = await onPage('/settings/tokens', (context) => listTokens(context, { limit: 200 }));
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { principal, permissions } = await pageFrame();
  return (
    <Tokens
      tokens={result.value.items}
      roles={principal?.roles ?? []}
      groups={principal?.groups ?? []}
      mayManage={permissions.includes('settings.manage')}
      now={Date.now()}
    />
  );
}
