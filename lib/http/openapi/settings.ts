import 'server-only';
import { archiveCalendar, restoreCalendar } from '@/lib/settings/archive-calendar';
import { getCalendar, listCalendars, putCalendar } from '@/lib/settings/calendars';
import { listDirectory } from '@/lib/settings/directory';
import { createPerson, listPeople, updatePerson } from '@/lib/settings/people';
import { createToken, listTokens, revokeToken } from '@/lib/settings/tokens';
import type { Operation } from './operation';

/** People and tokens. */
export const settings = [
  {
    method: 'get',
    path: '/people',
    useCase: listPeople,
    summary: 'People',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'post',
    path: '/people',
    useCase: createPerson,
    summary: 'Add a person',
    tag: 'Settings',
    status: 201,
    answers: '{personId}',
    refusals: [409, 422],
  },
  {
    method: 'patch',
    path: '/people/{personId}',
    useCase: updatePerson,
    summary: 'Change roles, groups, access',
    tag: 'Settings',
    answers: '{personId}',
    refusals: [404, 409],
  },
  {
    method: 'get',
    path: '/directory',
    useCase: listDirectory,
    summary: 'People and groups that steps can name',
    tag: 'Settings',
    answers: '{people[], groups[], complete}',
  },
  {
    method: 'get',
    path: '/tokens',
    useCase: listTokens,
    summary: 'Tokens',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'post',
    path: '/tokens',
    useCase: createToken,
    summary: 'Create a token; it is shown once',
    tag: 'Settings',
    status: 201,
    answers: '{tokenId, token, expiresAt}',
    refusals: [409],
  },
  {
    method: 'delete',
    path: '/tokens/{tokenId}',
    useCase: revokeToken,
    summary: 'Revoke a token',
    tag: 'Settings',
    body: 'none',
    answers: '{tokenId}',
    refusals: [404],
  },
  {
    method: 'get',
    path: '/calendars',
    useCase: listCalendars,
    summary: 'Business calendars, each as it is now, archived ones included',
    tag: 'Settings',
    answers: '{items[], nextCursor}',
  },
  {
    method: 'get',
    path: '/calendars/{calendarId}',
    useCase: getCalendar,
    summary: 'One business calendar, as it is or was (?revision=)',
    tag: 'Settings',
    answers:
      '{calendarId, revision, name, timeZone, hours, holidays[], storedAt, storedBy, archived: {at, by, reason} or null}',
    refusals: [404],
  },
  {
    method: 'put',
    path: '/calendars/{calendarId}',
    useCase: putCalendar,
    summary: 'Store a business calendar, or its next revision',
    tag: 'Settings',
    answers: '{calendarId, revision}',
    refusals: [409],
  },
  {
    method: 'post',
    path: '/calendars/{calendarId}/archive',
    useCase: archiveCalendar,
    summary: 'Offer a calendar no more; what names it is still counted by it',
    tag: 'Settings',
    answers: '{calendarId, archived}',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/calendars/{calendarId}/restore',
    useCase: restoreCalendar,
    summary: 'Offer an archived calendar again',
    tag: 'Settings',
    answers: '{calendarId, archived}',
    refusals: [404],
  },
] as const satisfies readonly Operation[];
