import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineEvent } from '@/engine/core/events';
import { type BusinessCalendar, STANDARD, WEEKDAYS } from '@/lib/calendars/calendar';
import { workingDue } from '@/lib/calendars/working-time';
import { db } from '@/lib/db/client';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { approvalStep, model, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { type CalendarAnswer, putCalendar } from './calendars';

let app: TestApp;
let token: string;
let admin: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator', 'auditor']);
  admin = await tokenFor(['administrator']);
});
afterAll(() => app.stop());

const put = (calendarId: string, body: object) =>
  sendJson('PUT', `/calendars/${calendarId}`, { token: admin, body });
const BERLIN: BusinessCalendar = {
  ...STANDARD,
  name: 'Berlin',
  timeZone: 'Europe/Berlin',
  holidays: [
    { date: '2040-12-25', name: 'Christmas Day' },
    { date: '2020-12-25', name: 'Long ago' },
  ],
};
/** All day, each day: whatever the time is while this test runs, four hours are four hours. */
const ALWAYS: BusinessCalendar = {
  ...STANDARD,
  hours: Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '00:00', to: '24:00' }]])) as never,
};

describe('calendars', () => {
  it('are stored in revisions; the same again is none', async () => {
    expect((await put('berlin', BERLIN)).body).toEqual({ calendarId: 'berlin', revision: 1 });
    expect((await put('berlin', BERLIN)).body).toEqual({ calendarId: 'berlin', revision: 1 });
    const more = { ...BERLIN, holidays: [...BERLIN.holidays, { date: '2030-05-01', name: 'Labour Day' }] };
    expect((await put('berlin', more)).body).toEqual({ calendarId: 'berlin', revision: 2 });
    const then = (await sendJson('GET', '/calendars/berlin?revision=1', { token })).body;
    expect(then).toMatchObject({ revision: 1, name: 'Berlin', timeZone: 'Europe/Berlin' });
    const { items } = (await sendJson('GET', '/calendars', { token })).body as { items: object[] };
    expect(items).toEqual([expect.objectContaining({ calendarId: 'berlin', revision: 2 })]);
    expect((await sendJson('GET', '/calendars/nowhere', { token })).status).toBe(404);
  });

  it('say who changed what', async () => {
    const rows = await db().ledger.findMany({
      where: { stream: 'admin' },
      orderBy: { firstSeq: 'desc' },
      take: 1,
    });
    expect(rows[0]?.canon).toContain('calendar.stored');
    const [data] = JSON.parse(rows[0]?.data ?? '') as { before: object; after: { holidays: object[] } }[];
    expect(data?.before).toMatchObject({ name: 'Berlin', timeZone: 'Europe/Berlin' });
    expect(data?.after.holidays).toHaveLength(3);
  });

  it('are refused when they mean nothing, or somebody else was first', async () => {
    expect((await put('berlin', { ...BERLIN, timeZone: 'Mars/Base' })).status).toBe(400);
    const stale = await put('berlin', { ...BERLIN, expectedRevision: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-revision', currentRevision: 2 } });
    expect((await put('Berlin!', BERLIN)).status).toBe(400);
    expect((await sendJson('PUT', '/calendars/own', { token, body: BERLIN })).status).toBe(403);
  });

  it('are never rewritten, and two that come at once are two', async () => {
    await expect(db().$executeRaw`UPDATE calendar_revision SET name = 'x'`).rejects.toThrow(/refused/);
    await expect(db().$executeRaw`DELETE FROM calendar_revision`).rejects.toThrow(/refused/);
    const both = await Promise.all(
      ['Etc/UTC', 'Asia/Tokyo'].map((timeZone) =>
        putCalendar(call(someone('root', ['administrator'])), { calendarId: 'race', ...BERLIN, timeZone }),
      ),
    );
    expect(both.map(({ revision }) => revision).sort()).toEqual([1, 2]);
  });
});

const turn = (calendarId: string, verb: 'archive' | 'restore', by = admin, reason = 'Closed') =>
  sendJson('POST', `/calendars/${calendarId}/${verb}`, { token: by, body: { reason } });
const archivedOf = async (calendarId: string) =>
  ((await sendJson('GET', `/calendars/${calendarId}`, { token })).body as unknown as CalendarAnswer).archived;

describe('a calendar that is archived', () => {
  it('says by whom and why until it is restored, each on the record once', async () => {
    await put('site', BERLIN);
    expect(await archivedOf('site')).toBeNull();
    expect((await turn('site', 'archive')).body).toEqual({ calendarId: 'site', archived: true });
    expect((await turn('site', 'archive', admin, 'Again')).status).toBe(200);
    expect(await archivedOf('site')).toMatchObject({ reason: 'Closed' });
    const { items } = (await sendJson('GET', '/calendars', { token })).body as { items: CalendarAnswer[] };
    expect(items.find(({ calendarId }) => calendarId === 'site')?.archived?.reason).toBe('Closed');
    expect((await put('site', { ...BERLIN, name: 'Site' })).body).toEqual({
      calendarId: 'site',
      revision: 2,
    });
    expect(await archivedOf('site')).not.toBeNull();
    expect((await turn('site', 'restore', admin, 'Open again')).body).toMatchObject({ archived: false });
    await turn('site', 'restore');
    expect(await archivedOf('site')).toBeNull();
    const rows = await db().ledger.findMany({ where: { stream: 'admin' }, orderBy: { position: 'asc' } });
    const told = rows.filter(({ canon }) => /calendar\.(archived|restored)/.test(canon));
    expect(told.map(({ data }) => JSON.parse(data ?? '')[0].reason)).toEqual(['Closed', 'Open again']);
  });

  it('is for administrators, with a reason, and for what there is', async () => {
    expect((await turn('site', 'archive', token)).status).toBe(403);
    expect((await turn('site', 'archive', admin, '  ')).status).toBe(400);
    expect((await turn('nowhere', 'archive')).status).toBe(404);
  });

  it('still counts what names it; publishing says so and isn’t blocked', async () => {
    await put('still', ALWAYS);
    await turn('still', 'archive');
    const instanceId = await started(await published('still', 'still'));
    expect(warned).toContain('calendar-archived');
    expect((await taskOf(instanceId)).dueAt).not.toBeNull();
  });
});

/** What the last publishing warned of. */
let warned: string[] = [];

async function published(calendar: string, key: string): Promise<string> {
  const step = approvalStep('Pay');
  const xml = step.xml.replace(
    '<countersign:approval',
    `<zeebe:taskSchedule dueDate="PT4H" /><countersign:reminder repeat="R3/PT2H" /><countersign:workingTime calendar="${calendar}" /><countersign:approval`,
  );
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([{ ...step, xml }]), { id: key });
  const { processId } = (await sendJson('POST', '/processes', { token, body, headers })).body;
  const done = await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
  expect(done.status).toBe(201);
  warned = (done.body.problems as { code: string }[]).map(({ code }) => code);
  return String(processId);
}

async function started(processId: string): Promise<string> {
  const { body } = await sendJson('POST', `/processes/${processId}/instances`, { token, body: {} });
  return String(body.instanceId);
}
const taskOf = (instanceId: string) => eventually(() => db().task.findFirst({ where: { instanceId } }));
async function openedEvent(instanceId: string) {
  const { body } = await sendJson('GET', `/instances/${instanceId}/events`, { token });
  const found = (body.items as EngineEvent[]).find(({ type }) => type === 'task.opened');
  return found?.data as { dueAt: string; remindAt: string; calendar: object };
}

describe('a task whose time is counted by a calendar', () => {
  it('is due in working time, and says by which revision', async () => {
    await put('office', { ...BERLIN, name: 'Office' });
    const instanceId = await started(await published('office', 'counted'));
    expect(warned).not.toContain('calendar-missing');
    const task = await taskOf(instanceId);
    const expected = workingDue(BERLIN, 'PT4H', task.openedAt.toISOString());
    const event = await openedEvent(instanceId);
    expect([event.dueAt, task.dueAt?.toISOString()]).toEqual(Array(2).fill(expected.ok && expected.dueAt));
    expect(event.calendar).toEqual({ id: 'office', name: 'Office', revision: 1 });
  });

  it('stays due when it is due when the calendar changes; the next one is counted by what is then', async () => {
    await put('moving', ALWAYS);
    const processId = await published('moving', 'moving');
    const first = await started(processId);
    const before = await taskOf(first);
    expect(before.dueAt?.getTime()).toBe(before.openedAt.getTime() + 4 * 3_600_000);
    await put('moving', { ...ALWAYS, hours: { ...ALWAYS.hours, ...STANDARD.hours } });
    expect((await db().task.findUniqueOrThrow({ where: { id: before.id } })).dueAt).toEqual(before.dueAt);
    const row = await db().instance.findUniqueOrThrow({ where: { id: first } });
    const [kept] = Object.values(
      (JSON.parse(row.state) as { activations: Record<string, { data?: { calendar?: object } }> })
        .activations,
    ).flatMap(({ data }) => data?.calendar ?? []);
    expect(kept).toMatchObject({ calendarId: 'moving', revision: 1, hours: ALWAYS.hours });
    const second = await started(processId);
    await taskOf(second);
    expect((await openedEvent(second)).calendar).toMatchObject({ revision: 2 });
  });

  it('stops with an incident when there is no such calendar, and goes on once there is', async () => {
    const instanceId = await started(await published('late', 'late'));
    expect(warned).toContain('calendar-missing');
    const incident = await eventually(() => db().incident.findFirst({ where: { instanceId } }));
    expect(incident.message).toContain('There is no calendar “late”. Store it under Settings → Calendars');
    await put('late', ALWAYS);
    const retried = await sendJson('POST', `/incidents/${instanceId}:${incident.incidentKey}/retry`, {
      token,
      body: { reason: 'Stored it' },
    });
    expect(retried.status).toBe(200);
    expect((await taskOf(instanceId)).dueAt).not.toBeNull();
  });
});
