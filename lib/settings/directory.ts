import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { defineUseCase } from '@/lib/usecase/define';

export interface DirectoryAnswer {
  /** Who can be given work: those who may sign in. */
  people: { personId: string; email: string; name: string }[];
  /** Every group somebody is in. */
  groups: string[];
}

/** Most people that are listed; a larger directory is not checked by names. */
const MOST = 2_000;

/** The people and groups that steps can name, for those who draw processes. */
export const listDirectory = defineUseCase(
  {
    name: 'people.directory',
    schema: z.strictObject({}),
    policy: { permission: 'models.edit' },
    mutates: false,
  },
  async (): Promise<DirectoryAnswer & { complete: boolean }> => {
    const rows = await db().person.findMany({
      where: { disabled: false },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST + 1,
      select: { id: true, email: true, name: true, groups: true },
    });
    return {
      people: rows.slice(0, MOST).map(({ id, email, name }) => ({ personId: id, email, name })),
      groups: [...new Set(rows.flatMap(({ groups }) => groups))].filter((group) => group !== '*').sort(),
      complete: rows.length <= MOST,
    };
  },
);
