import { api, withParams } from '@/lib/http/route';
import { archiveCalendar } from '@/lib/settings/archive-calendar';

export const POST = api({ route: '/calendars/{calendarId}/archive' }, async ({ context, params, json }) => ({
  body: await archiveCalendar(context, withParams(json(), params)),
}));
