import 'server-only';
import { z } from 'zod';
import type { Problem } from '@/engine/compile/problem';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import type { ProcessDocument } from '@/lib/document';
import { startersOf } from '@/lib/elements/process/starters';
import { INSTALLER } from '@/lib/samples/installer';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';
import { checkDocument } from './check';
import { draftOf, modelOf, versionOf } from './model-answer';
import { id, page } from './schemas';
import { startersOfVersion, startVerdict } from './starters';
import { asDocument } from './store-model';

const policy = { permission: 'models.see' } as const;
const read = { policy, mutates: false } as const;

export interface ProcessSummary {
  processId: string;
  modelId: string;
  key: string;
  name: string;
  executable: boolean;
  retired: boolean;
  draftRevision: number;
  /** Newest published version, null before the first. */
  latestVersion: number | null;
  updatedAt: string;
  runningInstances: number;
  sample: boolean;
  /** Who answers for it, as the draft says; empty when nobody is named. */
  owner: string;
  tags: string[];
}

/** Where a searched text may stand. Tags are compared as a whole: a list has no part of a text. */
const saying = (text: string): Prisma.ProcessWhereInput[] => [
  { name: { contains: text, mode: 'insensitive' } },
  { steward: { contains: text, mode: 'insensitive' } },
  { tags: { has: text } },
];

/** All processes, by name. */
export const listProcesses = defineUseCase(
  {
    name: 'processes.list',
    schema: z.strictObject({
      key: z.string().max(200).optional(),
      /** Part of the name or of the owner, or a tag. */
      q: z.string().max(200).optional(),
      /** Exactly this owner, in any case. */
      owner: z.string().max(200).optional(),
      /** Has this tag. */
      tag: z.string().max(200).optional(),
      ...page,
    }),
    ...read,
  },
  async (_context, input): Promise<{ items: ProcessSummary[]; nextCursor: string | null }> => {
    const rows = await db().process.findMany({
      where: {
        position: { lt: 1000 },
        ...(input.key ? { key: input.key } : {}),
        ...(input.q ? { OR: saying(input.q) } : {}),
        ...(input.owner ? { steward: { equals: input.owner, mode: 'insensitive' } } : {}),
        ...(input.tag ? { tags: { has: input.tag } } : {}),
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: input.limit + 1,
      ...readCursor(input.cursor),
      include: {
        model: {
          select: {
            draftRevision: true,
            updatedAt: true,
            sampleId: true,
            versions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
          },
        },
      },
    });
    const shown = rows.slice(0, input.limit);
    const running = await db().instance.groupBy({
      by: ['processId'],
      where: { processId: { in: shown.map((row) => row.id) }, status: 'running' },
      _count: true,
    });
    const count = new Map(running.map((one) => [one.processId, one._count]));
    const items = shown.map(({ model, ...row }) => ({
      processId: row.id,
      modelId: row.modelId,
      key: row.key,
      name: row.name,
      executable: row.executable,
      retired: row.retiredAt !== null,
      draftRevision: model.draftRevision,
      latestVersion: model.versions[0]?.number ?? null,
      updatedAt: model.updatedAt.toISOString(),
      runningInstances: count.get(row.id) ?? 0,
      sample: model.sampleId !== null,
      owner: row.steward,
      tags: row.tags,
    }));
    return { items, nextCursor: nextCursor(rows, input.limit) };
  },
);

/** One process. */
export const getProcess = defineUseCase(
  { name: 'processes.get', schema: z.strictObject({ processId: id }), ...read },
  async (context, input) => {
    const { process, model } = await modelOf(input.processId);
    const latest = await db().processVersion.findFirst({
      where: { modelId: model.id },
      orderBy: { number: 'desc' },
      select: { id: true, number: true, checksum: true },
    });
    const starters = latest ? await startersOfVersion(latest.id, process.key) : null;
    const start = await startVerdict(context.principal, process.name, starters);
    return {
      processId: process.id,
      modelId: model.id,
      key: process.key,
      name: process.name,
      executable: process.executable,
      retired: process.retiredAt !== null,
      draftRevision: model.draftRevision,
      latestVersion: latest?.number ?? null,
      updatedAt: model.updatedAt.toISOString(),
      ownerId: model.ownerId,
      owner: process.steward,
      tags: process.tags,
      secondPerson: model.secondPerson,
      /** Whether the caller may start the newest version. */
      start,
    };
  },
);

export interface Draft {
  document: ProcessDocument;
  draftRevision: number;
  updatedAt: string;
  problems: Problem[];
}

/** The draft as the designer edits it. */
export const getDraft = defineUseCase(
  { name: 'processes.draft', schema: z.strictObject({ processId: id }), ...read },
  async (_context, input): Promise<Draft> => {
    const { model } = await draftOf(input.processId);
    const document = asDocument(model.document);
    return {
      document,
      draftRevision: model.draftRevision,
      updatedAt: model.updatedAt.toISOString(),
      problems: checkDocument(document),
    };
  },
);

/** A published version with its document. */
export const getVersion = defineUseCase(
  {
    name: 'processes.version',
    schema: z.strictObject({ processId: id, version: z.coerce.number().int().min(1) }),
    ...read,
  },
  async (context, input) => {
    const { process, version } = await versionOf(input.processId, input.version);
    const document = asDocument(version.document);
    const starters = startersOf(document, process.key);
    return {
      version: version.number,
      checksum: version.checksum,
      note: version.note,
      publishedBy: version.publishedBy,
      publishedAt: version.publishedAt.toISOString(),
      approvedBy: version.approvedBy,
      /** Whether the caller may start it. */
      start: await startVerdict(context.principal, process.name, starters),
      document,
    };
  },
);

/** Published versions, newest first, with how many instances run on each. */
export const listVersions = defineUseCase(
  { name: 'processes.versions', schema: z.strictObject({ processId: id, ...page }), ...read },
  async (_context, input) => {
    const { model } = await modelOf(input.processId);
    const rows = await db().processVersion.findMany({
      where: { modelId: model.id },
      omit: { document: true },
      orderBy: { number: 'desc' },
      take: input.limit + 1,
      ...readCursor(input.cursor),
    });
    const shown = rows.slice(0, input.limit);
    const [running, people, marks] = await Promise.all([
      db().instance.groupBy({
        by: ['versionId'],
        where: { versionId: { in: shown.map((row) => row.id) }, status: 'running' },
        _count: true,
      }),
      db().person.findMany({
        where: { id: { in: shown.flatMap((row) => [row.publishedBy, row.approvedBy ?? '']) } },
        select: { id: true, name: true },
      }),
      db().versionMark.findMany({ where: { modelId: model.id }, orderBy: { tag: 'asc' } }),
    ]);
    const count = new Map(running.map((one) => [one.versionId, one._count]));
    const names = new Map(people.map((one) => [one.id, one.name]));
    const name = (id: string) => names.get(id) ?? (id === INSTALLER.id ? INSTALLER.name : id);
    const items = shown.map((row) => ({
      version: row.number,
      checksum: row.checksum,
      note: row.note,
      publishedBy: row.publishedBy,
      publishedByName: name(row.publishedBy),
      publishedAt: row.publishedAt.toISOString(),
      approvedBy: row.approvedBy,
      approvedByName: row.approvedBy === null ? null : name(row.approvedBy),
      tags: marks.filter((mark) => mark.number === row.number).map((mark) => mark.tag),
      runningInstances: count.get(row.id) ?? 0,
    }));
    return { items, nextCursor: nextCursor(rows, input.limit) };
  },
);
