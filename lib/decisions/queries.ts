import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';

const read = { policy: { permission: 'models.see' }, mutates: false } as const;
const MOST = 200;

export interface DecisionsRow {
  key: string;
  version: number;
  name: string;
  decisionIds: string[];
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
    const items = rows.map(({ number, storedAt, key, name, decisionIds, checksum }) => ({
      ...{ key, name, decisionIds, checksum, version: number },
      storedAt: storedAt.toISOString(),
    }));
    return { items: items.sort((a, b) => a.name.localeCompare(b.name)), nextCursor: null };
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
