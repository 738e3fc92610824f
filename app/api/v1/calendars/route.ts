import { api } from '@/lib/http/route';
import { listCalendars } from '@/lib/settings/calendars';

export const GET = api({ route: '/calendars' }, async ({ context }) => ({
  body: { items: await listCalendars(context, {}), nextCursor: null },
}));
