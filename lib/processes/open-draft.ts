import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';
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
  /** What is wrong with it; the page needn't wait for that. */
  problems: Promise<Problem[]>;
}

/** How long the text has to get on its way before the check keeps this process busy, ms. */
const HEAD_START = 60;

/** The draft as the designer opens it: its text at once, its problems when they are found. @throws AppError 404 */
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
    const problems = delay(HEAD_START).then(() => checkDocument(JSON.parse(found.text) as ProcessDocument));
    // A page that was left meanwhile waits for nothing; who does wait is told.
    problems.catch(() => undefined);
    return { ...found, problems };
  },
);
