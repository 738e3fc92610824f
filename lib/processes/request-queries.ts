import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { PublishRequest } from '@/lib/db/generated/client.ts';
import type { DocumentDiff } from '@/lib/diff';
import { notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';
import { publicationProblems } from './insert-version';
import { modelOf } from './model-answer';
import { id, page } from './schemas';
import { asDocument } from './store-model';

const read = { policy: { permission: 'models.see' }, mutates: false } as const;

/** A request for a second person, without its document. */
export interface RequestSummary {
  requestId: string;
  kind: 'publish' | 'policy-off';
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  note: string;
  baseVersion: number | null;
  checksum: string | null;
  requestedBy: string;
  requestedByName: string;
  requestedAt: string;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  comment: string | null;
  version: number | null;
}

export const summaryOf = (row: Omit<PublishRequest, 'document' | 'diff'>): RequestSummary => ({
  requestId: row.id,
  kind: row.kind as RequestSummary['kind'],
  state: row.state as RequestSummary['state'],
  note: row.note,
  baseVersion: row.baseVersion,
  checksum: row.checksum,
  requestedBy: row.requestedBy,
  requestedByName: row.requestedByName,
  requestedAt: row.requestedAt.toISOString(),
  decidedBy: row.decidedBy,
  decidedByName: row.decidedByName,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  comment: row.comment,
  version: row.version,
});

const state = z.enum(['pending', 'approved', 'rejected', 'withdrawn']).optional();

/** Requests of one process, newest first. */
export const listRequests = defineUseCase(
  { name: 'processes.requests', schema: z.strictObject({ processId: id, state, ...page }), ...read },
  async (_context, input): Promise<{ items: RequestSummary[]; nextCursor: string | null }> => {
    const { model } = await modelOf(input.processId);
    const rows = await db().publishRequest.findMany({
      where: { modelId: model.id, ...(input.state ? { state: input.state } : {}) },
      omit: { document: true, diff: true },
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      take: input.limit + 1,
      ...readCursor(input.cursor),
    });
    return { items: rows.slice(0, input.limit).map(summaryOf), nextCursor: nextCursor(rows, input.limit) };
  },
);

/**
 * One request with what was frozen: the document, and its differences from the version that was live. While it waits,
 * also what publishing would say of it today.
 */
export const getRequest = defineUseCase(
  { name: 'processes.request', schema: z.strictObject({ processId: id, requestId: id }), ...read },
  async (_context, input) => {
    const { model } = await modelOf(input.processId);
    const row = await db().publishRequest.findFirst({ where: { id: input.requestId, modelId: model.id } });
    if (!row) throw notFound('The request');
    const diff = row.diff as unknown as Omit<DocumentDiff, 'layout'> | null;
    const document = row.document === null ? null : asDocument(row.document);
    const waits = row.state === 'pending' && document !== null;
    const problems = waits ? await publicationProblems(db(), document) : [];
    return { ...summaryOf(row), diff, document, problems };
  },
);
