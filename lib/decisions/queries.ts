import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';
import { type DecisionUse, usesOfDecisions } from './uses';

const read = { policy: { permission: 'models.see' }, mutates: false } as const;
const MOST = 200;

export interface DecisionsRow {
  key: string;
  version: number;
  name: string;
  decisionIds: string[];
  /** The same with their names and the processes that ask them. */
  decisions: { decisionId: string; name: string; usedBy: DecisionUse[] }[];
  checksum: string;
  storedAt: string;
}

/** The latest version of every stored DMN file, by name. At most 200. */
export const listDecisions = defineUseCase(
  { name: 'decisions.list', schema: z.strictObject({}), ...read },
  async (): Promise<{ items: DecisionsRow[]; nextCursor: null }> => {
    const rows = await db().decisionVersion.findMany({
      distinct: ['key'],
      orderBy: [{ key: 'asc' }, { number: 'desc' }],
      take: MOST,
      omit: { source: true },
    });
    const uses = await usesOfDecisions();
    const items = rows.map(({ number, storedAt, key, name, decisionIds, decisionNames, checksum }) => ({
      ...{ key, name, decisionIds, checksum, version: number },
      decisions: decisionIds.map((decisionId) => ({
        decisionId,
        name: (decisionNames as Record<string, string>)[decisionId] ?? decisionId,
        usedBy: uses.get(decisionId) ?? [],
      })),
      storedAt: storedAt.toISOString(),
    }));
    return { items: items.sort((a, b) => a.name.localeCompare(b.name)), nextCursor: null };
  },
);

const key = z.string().min(1).max(500);

export interface DecisionsVersion {
  version: number;
  checksum: string;
  storedAt: string;
  storedByName: string;
}

/** The versions of a DMN file, newest first. At most 200. */
export const listDecisionVersions = defineUseCase(
  { name: 'decisions.versions', schema: z.strictObject({ key }), ...read },
  async (_context, input): Promise<{ items: DecisionsVersion[]; nextCursor: null }> => {
    const rows = await db().decisionVersion.findMany({
      where: { key: input.key },
      orderBy: { number: 'desc' },
      take: MOST,
      select: { number: true, checksum: true, storedAt: true, storedBy: true },
    });
    if (rows.length === 0) throw notFound('these decisions');
    const where = { id: { in: rows.map(({ storedBy }) => storedBy) } };
    const people = await db().person.findMany({ where, select: { id: true, name: true } });
    const names = new Map(people.map((person) => [person.id, person.name]));
    const items = rows.map(({ number, checksum, storedAt, storedBy }) => ({
      version: number,
      checksum,
      storedAt: storedAt.toISOString(),
      storedByName: names.get(storedBy) ?? storedBy,
    }));
    return { items, nextCursor: null };
  },
);

/** A version as it was stored. */
export const exportDecisions = defineUseCase(
  {
    name: 'decisions.export',
    schema: z.strictObject({
      key: z.string().min(1).max(500),
      version: z.coerce.number().int().min(1).max(1_000_000),
    }),
    ...read,
  },
  async (_context, { key, version }): Promise<{ fileName: string; xml: string }> => {
    const row = await db().decisionVersion.findUnique({ where: { key_number: { key, number: version } } });
    if (!row) throw notFound('these decisions');
    return { fileName: `${row.name}.dmn`, xml: row.source };
  },
);
