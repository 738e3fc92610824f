import { api, withParams } from '@/lib/http/route';
import { restoreCalendar } from '@/lib/settings/archive-calendar';

export const POST = api({ route: '/calendars/{calendarId}/restore' }, async ({ context, params, json }) => ({
  body: await restoreCalendar(context, withParams(json(), params)),
}));
