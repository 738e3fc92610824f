import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealRow } from '@/engine/host/seal';
import { db } from '@/lib/db/client';
import { appendLedger } from '@/lib/ledger/append';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { getAuditEvent } from './event';
import { projectAudit, rebuildAudit } from './project';
import { auditFacets, listAudit } from './queries';

const ada = someone('ada', ['auditor']);
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
});
afterAll(() => app.stop());

const append = (stream: string, name: string) =>
  db().$transaction((tx) =>
    appendLedger(tx, {
      stream,
      actor: { kind: 'person', id: 'mia', name: 'Mia Lindqvist', via: 'session' },
      cause: 'test',
      events: [
        {
          type: 'person.changed',
          data: {
            name,
            before: { roles: ['reviewer'], disabled: false },
            after: { roles: [], disabled: false },
          },
        },
        { type: 'token.revoked', data: { name } },
      ],
    }),
  );

/** Other tests of this run hold transactions open on the same server; they end soon, and then all is projected. */
async function projected(count: number): Promise<void> {
  while ((await db().auditEvent.count()) < count) await projectAudit();
}

const all = () => db().auditEvent.findMany({ orderBy: [{ position: 'asc' }, { index: 'asc' }] });

describe('the audit index', () => {
  it('lists every event with its place, newest first', async () => {
    await append('admin', 'Ben');
    await projected(2);
    const { items } = await listAudit(call(ada), {});
    expect(items.map(({ seq, type, text, object }) => ({ seq, type, text, object }))).toEqual([
      { seq: 2, type: 'token.revoked', text: 'Revoked the token “Ben”', object: 'Ben' },
      { seq: 1, type: 'person.changed', text: 'Changed roles or groups of Ben', object: 'Ben' },
    ]);
  });

  it('misses nothing of a writer that commits late', async () => {
    const late = new pg.Client({ connectionString: app.url });
    await late.connect();
    await late.query('BEGIN');
    const at = new Date().toISOString();
    const row = sealRow({
      stream: 'auth',
      firstSeq: 1,
      at,
      actor: { kind: 'person', id: 'jonas', name: 'Jonas Weber', via: 'session' },
      cause: 'late',
      prev: '0'.repeat(64),
      events: [{ type: 'session.started', data: { how: 'late' } }],
    });
    await late.query(
      'INSERT INTO ledger (stream, first_seq, count, at, canon, leaf_hash, data, salt) VALUES ($1,1,1,$2,$3,$4,$5,$6)',
      ['auth', at, row.canon, Buffer.from(row.leafHash, 'hex'), row.data, row.salt],
    );
    // Written later, committed earlier, with a higher position.
    await append('admin', 'Cleo');
    while ((await projectAudit()) > 0);
    expect(await db().auditEvent.count({ where: { stream: 'auth' } })).toBe(0);
    expect(await db().auditEvent.count({ where: { object: 'Cleo' } })).toBe(0);
    await late.query('COMMIT');
    await late.end();
    await projected(5);
    expect((await all()).map((one) => one.text)).toContain('Signed in (late)');
  });

  it('rebuilt from the ledger, is what it was', async () => {
    const before = await all();
    await rebuildAudit();
    await projected(before.length);
    expect(await all()).toEqual(before);
  });

  it('goes on past a record that was tampered with', async () => {
    const superuser = new pg.Client({ connectionString: app.url });
    await superuser.connect();
    await append('admin', 'Dora');
    await superuser.query(`SET session_replication_role = 'replica'`);
    await superuser.query(
      `UPDATE ledger SET canon = 'no JSON', data = '7' WHERE stream = 'admin' AND first_seq = 5`,
    );
    await append('admin', 'Emil');
    await projected(8);
    const broken = await db().auditEvent.findFirstOrThrow({ where: { type: 'record.unreadable' } });
    const event = await getAuditEvent(call(ada), { eventId: `${broken.position}.0` });
    expect(event.chain).toMatchObject({ intact: false, fault: 'its text was altered' });
    await superuser.end();
  });
});

describe('looking at events', () => {
  it('shows before and after, and a chain that fits', async () => {
    const { items } = await listAudit(call(ada), { type: 'person.*', q: 'ben' });
    const event = await getAuditEvent(call(ada), { eventId: items[0]?.eventId });
    expect(event.changes).toEqual([{ field: 'roles', before: ['reviewer'], after: [] }]);
    expect(event.chain).toMatchObject({ intact: true, firstSeq: 1, count: 2, prev: '0'.repeat(64) });
  });

  it('finds actors by part of their name and counts each list with its own filter left open', async () => {
    const found = await listAudit(call(ada), { actor: 'jonas' });
    expect(found.items).toHaveLength(1);
    const facets = await auditFacets(call(ada), { actor: 'jonas', type: 'session.*' });
    expect(facets.total).toBe(1);
    expect(facets.types).toEqual([{ type: 'session.started', count: 1 }]);
    expect(facets.actors.map((one) => one.id)).toEqual(['jonas']);
  });

  it('pages by keyset without gaps or repeats', async () => {
    const whole = (await listAudit(call(ada), { limit: 200 })).items.map((one) => one.eventId);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await listAudit(call(ada), { limit: 2, ...(cursor ? { cursor } : {}) });
      paged.push(...answer.items.map((one) => one.eventId));
      cursor = answer.nextCursor;
    }
    expect(paged).toEqual(whole);
  });
});
