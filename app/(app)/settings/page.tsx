import { redirect } from 'next/navigation';
import { settingsTabs } from '@/components/settings/tabs';
import { pageFrame } from '@/lib/http/page';

/** Opens the first part this person may look at. */
export default async function SettingsPage() {
  const { permissions } = await pageFrame();
  redirect(settingsTabs(permissions)[0]?.href ?? '/settings/about');
}
