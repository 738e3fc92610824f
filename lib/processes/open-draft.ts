import 'server-only';
import { z } from 'zod';
import type { Problem } from '@/engine/compile/problem';
import { db } from '@/lib/db/client';
import type { ProcessDocument } from '@/lib/document';
import { notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';
import { checkDocument } from './check';
import { id } from './schemas';

/** A draft for a page that opens it. */
export interface OpenedDraft {
  /** The document as JSON text: the page reads it, and nothing on the way there has to. */
  text: string;
  draftRevision: number;
  /** What is wrong with it; null for a large one, which the page checks itself rather than wait. */
  problems: Problem[] | null;
}

/** Up to so many characters (about 200 steps) a check takes no longer than reading the draft does. */
const SOON_CHECKED = 200_000;

/** The draft as the designer opens it. @throws AppError 404 */
export const openDraft = defineUseCase(
  {
    name: 'processes.open-draft',
    schema: z.strictObject({ processId: id }),
    policy: { permission: 'models.see' },
    mutates: false,
  },
  async (_context, { processId }): Promise<OpenedDraft> => {
    const [found] = await db().$queryRaw<{ text: string; draftRevision: number }[]>`
      SELECT m.document::text AS text, m.draft_revision AS "draftRevision"
      FROM process p JOIN model m ON m.id = p.model_id WHERE p.id = ${processId}`;
    if (!found) throw notFound('The process');
    const small = found.text.length <= SOON_CHECKED;
    const problems = small ? checkDocument(JSON.parse(found.text) as ProcessDocument) : null;
    return { ...found, problems };
  },
);
