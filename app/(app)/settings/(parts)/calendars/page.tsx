import { RefusedPage } from '@/components/common/refused-page';
import { Calendars } from '@/components/settings/calendars';
import { onPage, pageFrame } from '@/lib/http/page';
import { listCalendars } from '@/lib/settings/calendars';

export const metadata = { title: 'Calendars' };

export default async function CalendarsPage() {
  const result = await onPage('/settings/calendars', (context) => listCalendars(context, {}));
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { permissions } = await pageFrame();
  return <Calendars calendars={result.value} mayManage={permissions.includes('settings.manage')} />;
}
