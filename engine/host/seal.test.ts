import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../core/inputs';
import { GENESIS, hashData, type Sealable, sealRow } from './seal';
import { type StoredRow, verifyRow } from './verify-row';

const actor: Actor = { kind: 'person', id: 'ida', name: 'Ida "the" Øst\u2028', via: 'session' };
const event = fc.record(
  {
    type: fc.string(),
    elementId: fc.string({ unit: 'binary' }),
    elementType: fc.string(),
    key: fc.nat(),
    scopeKey: fc.nat(),
    data: fc.jsonValue({ noUnicodeString: false }),
  },
  { requiredKeys: ['type', 'data'] },
);
const at = '2026-01-02T03:04:05.678Z';
const base = { stream: 'instance:1', at, actor, cause: 'c1' };

function chain(length: number): StoredRow[] {
  let prev = GENESIS;
  return Array.from({ length }, (_, index) => {
    const row = sealRow({
      ...base,
      firstSeq: index * 2 + 1,
      prev,
      events: [
        { type: 'a', data: { n: index } },
        { type: 'b', key: 1, data: {} },
      ],
    });
    prev = row.leafHash;
    return row;
  });
}

function verdicts(rows: StoredRow[]) {
  let previous: { leafHash: string; nextSeq: number } | null = null;
  return rows.map((row) => {
    const verdict = verifyRow(row, previous, GENESIS);
    previous = { leafHash: row.leafHash, nextSeq: row.firstSeq + row.count };
    return verdict.ok ? (verdict.erased ? 'erased' : 'ok') : verdict.reason;
  });
}

describe('sealing a transition', () => {
  it('writes the RFC 8785 text of the record, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(event), fc.string(), (events, cause) => {
        const row: Sealable = { ...base, firstSeq: 4, cause, prev: GENESIS, events };
        const sealed = sealRow(row);
        const dataHash = hashData(sealed.salt, sealed.data);
        const { stream, firstSeq, prev } = row;
        const names = events.map(({ data: _data, ...named }) => named);
        const record = { v: 1, stream, firstSeq, at, actor, cause, prev, dataHash, events: names };
        expect(sealed.canon).toBe(canonicalize(record));
        expect(sealed.data).toBe(canonicalize(events.map((one) => one.data)));
        expect(verifyRow({ ...sealed, firstSeq: 4 }, { leafHash: GENESIS, nextSeq: 4 }, '').ok).toBe(true);
      }),
    );
  });

  it('gives every row its own salt, so that equal data can not be recognised', () => {
    const [a, b] = chain(2);
    expect(Buffer.from(a?.salt ?? []).equals(Buffer.from(b?.salt ?? []))).toBe(false);
  });
});

describe('verifying a chain', () => {
  it('accepts what was sealed', () => expect(verdicts(chain(3))).toEqual(['ok', 'ok', 'ok']));

  it('tells erased from broken', () => {
    const rows = chain(3);
    rows[1] = { ...rows[1]!, data: null, salt: null };
    expect(verdicts(rows)).toEqual(['ok', 'erased', 'ok']);
    rows[1] = { ...rows[1]!, data: '[]' };
    expect(verdicts(rows)).toEqual(['ok', 'data', 'ok']);
  });

  it('names the altered row', () => {
    const rows = chain(3);
    rows[1] = { ...rows[1]!, canon: rows[1]!.canon.replace('ida', 'idb') };
    expect(verdicts(rows)).toEqual(['ok', 'leaf-hash', 'ok']);
  });

  it('notices altered columns, a missing row and a re-written past', () => {
    const rows = chain(3);
    expect(verdicts([rows[0]!, { ...rows[1]!, at: '2026-01-02T03:04:05.679Z' }])).toEqual(['ok', 'columns']);
    expect(verdicts([rows[0]!, rows[2]!])).toEqual(['ok', 'gap']);
    const forged = chain(1);
    expect(verdicts([forged[0]!, rows[1]!])).toEqual(['ok', 'prev']);
  });
});
