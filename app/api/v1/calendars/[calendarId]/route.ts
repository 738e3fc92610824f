import { api, withParams } from '@/lib/http/route';
import { getCalendar, putCalendar } from '@/lib/settings/calendars';

export const GET = api({ route: '/calendars/{calendarId}' }, async ({ context, params, query }) => ({
  body: await getCalendar(context, { ...query, ...params }),
}));

export const PUT = api({ route: '/calendars/{calendarId}' }, async ({ context, params, json }) => ({
  body: await putCalendar(context, withParams(json(), params)),
}));
