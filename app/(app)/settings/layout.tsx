import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import { settingsTabs } from '@/components/settings/tabs';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { pageFrame } from '@/lib/http/page';

/** Title and parts of Settings, around each of them. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { principal, permissions } = await pageFrame();
  if (!principal) redirect('/sign-in?returnTo=/settings');
  return (
    <div className="flex min-h-full flex-col">
      <TitleBlock>
        <TitleCell label="This installation" title>
          Settings
        </TitleCell>
        <TitleCell label="Signed in as" flat>
          {principal.name}
        </TitleCell>
      </TitleBlock>
      <SettingsNav tabs={settingsTabs(permissions)} />
      <div className="mx-auto w-full max-w-260 grow px-4 py-6 desk:px-6">{children}</div>
    </div>
  );
}
