import 'server-only';
import { z } from 'zod';
import { exportBpmn } from '@/lib/bpmn/export';
import { get, type ProcessDocument } from '@/lib/document';
import { notFound } from '@/lib/errors/app-error';
import { documentToText } from '@/lib/text';
import { defineUseCase } from '@/lib/usecase/define';
import { draftOf, versionOf } from './model-answer';
import { id } from './schemas';
import { asDocument } from './store-model';

const read = { policy: { permission: 'models.see' }, mutates: false } as const;
const version = z.coerce.number().int().min(1);
/** The diagram to draw, by the id of its plane; the first one when absent. */
const plane = z.string().min(1).max(1000).optional();

/** A draft's or version's document with the name its file gets, without ending. */
interface Exported {
  base: string;
  title: string;
  document: ProcessDocument;
  /** Of a draft; a file that is changed is sent back with it. */
  revision?: number;
}

async function draft(processId: string): Promise<Exported> {
  const { process, model } = await draftOf(processId);
  const document = asDocument(model.document);
  return { base: process.key, title: process.name, document, revision: model.draftRevision };
}

async function published(processId: string, number: number): Promise<Exported> {
  const found = await versionOf(processId, number);
  const { key, name } = found.process;
  return {
    base: `${key}.v${number}`,
    title: `${name} v${number}`,
    document: asDocument(found.version.document),
  };
}

const asXml = ({ base, document, revision }: Exported) => ({
  fileName: `${base}.bpmn`,
  xml: exportBpmn(document),
  revision,
});

const asText = ({ base, document, revision }: Exported) => ({
  fileName: `${base}.yaml`,
  content: documentToText(document),
  revision,
});

/** What a picture needs; components draw it. @throws AppError 404 when there is no such diagram */
function asDrawing({ base, title, document }: Exported, planeId: string | undefined) {
  if (planeId !== undefined && get(document, planeId)?.type !== 'bpmndi:BPMNPlane')
    throw notFound('The diagram');
  return { fileName: `${base}.svg`, title, document, plane: planeId };
}

/** The draft as BPMN 2.0 XML. */
export const exportDraft = defineUseCase(
  { name: 'processes.export-draft', schema: z.strictObject({ processId: id }), ...read },
  async (_context, input) => asXml(await draft(input.processId)),
);

/** The draft in the text form. */
export const exportDraftText = defineUseCase(
  { name: 'processes.export-draft-text', schema: z.strictObject({ processId: id }), ...read },
  async (_context, input) => asText(await draft(input.processId)),
);

/** The draft for a picture. */
export const drawDraft = defineUseCase(
  { name: 'processes.draw-draft', schema: z.strictObject({ processId: id, plane }), ...read },
  async (_context, input) => asDrawing(await draft(input.processId), input.plane),
);

/** A version as BPMN 2.0 XML. */
export const exportVersion = defineUseCase(
  { name: 'processes.export-version', schema: z.strictObject({ processId: id, version }), ...read },
  async (_context, input) => asXml(await published(input.processId, input.version)),
);

/** A version in the text form. */
export const exportVersionText = defineUseCase(
  { name: 'processes.export-version-text', schema: z.strictObject({ processId: id, version }), ...read },
  async (_context, input) => asText(await published(input.processId, input.version)),
);

/** A version for a picture. */
export const drawVersion = defineUseCase(
  { name: 'processes.draw-version', schema: z.strictObject({ processId: id, version, plane }), ...read },
  async (_context, input) => asDrawing(await published(input.processId, input.version), input.plane),
);
