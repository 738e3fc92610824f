import 'server-only';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';

export interface ProcessAnswer {
  processId: string;
  key: string;
  name: string;
  draftRevision: number;
}

/** A model with its processes; the first executable one is repeated at the top level. */
export interface ModelAnswer extends ProcessAnswer {
  modelId: string;
  items: ProcessAnswer[];
}

/** What `POST /processes` answers. */
export async function describeModel(modelId: string): Promise<ModelAnswer> {
  const model = await db().model.findUnique({
    where: { id: modelId },
    select: { id: true, draftRevision: true, processes: { orderBy: { position: 'asc' } } },
  });
  const items = model?.processes.map(({ id, key, name }) => ({
    processId: id,
    key,
    name,
    draftRevision: model.draftRevision,
  }));
  const first = items?.[0];
  if (!model || !items || !first) throw notFound('The model');
  return { ...first, modelId: model.id, items };
}

/** The model behind a process id, without its document: reading a large one takes its time. @throws AppError 404 */
export async function modelOf(processId: string) {
  const process = await db().process.findUnique({
    where: { id: processId },
    include: { model: { omit: { document: true } } },
  });
  if (!process) throw notFound('The process');
  return { process, model: process.model };
}

/** The same with the document of the draft. @throws AppError 404 */
export async function draftOf(processId: string) {
  const process = await db().process.findUnique({ where: { id: processId }, include: { model: true } });
  if (!process) throw notFound('The process');
  return { process, model: process.model };
}

/** A published version of the model behind a process id. @throws AppError 404 */
export async function versionOf(processId: string, number: number) {
  const { process, model } = await modelOf(processId);
  const version = await db().processVersion.findUnique({
    where: { modelId_number: { modelId: model.id, number } },
  });
  if (!version) throw notFound(`Version ${number}`);
  return { process, version };
}
