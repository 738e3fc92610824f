import 'server-only';
import { ImportRefused } from '@/lib/bpmn/problems';
import { decodeXml } from '@/lib/bpmn/xml/decode';
import { type DmnModel, readDmn } from '@/lib/dmn';
import { AppError } from '@/lib/errors/app-error';

/** Reads what was sent as a DMN model. @throws AppError 422 with the line and the reason; nothing is stored */
export function readDecisions(xml: string | Uint8Array): { model: DmnModel; source: string } {
  const source = typeof xml === 'string' ? xml : decoded(xml);
  const read = readDmn(source);
  if (!read.ok) throw refusal(read.message, read.line);
  if (!read.model.nodes.some(isCallable)) throw refusal('The model has no decision.');
  return { model: read.model, source };
}

/** What a business rule task can call. */
export const isCallable = ({ kind }: DmnModel['nodes'][number]): boolean =>
  kind === 'decision' || kind === 'service';

function decoded(bytes: Uint8Array): string {
  try {
    return decodeXml(bytes);
  } catch (error) {
    if (error instanceof ImportRefused) throw refusal(error.failure.message, error.failure.line);
    throw error;
  }
}

function refusal(message: string, line?: number): AppError {
  return new AppError({
    status: 422,
    code: 'invalid-decisions',
    userMessage: line === undefined ? message : `${message} (line ${line})`,
    errors: [{ path: line === undefined ? '' : `line ${line}`, message }],
  });
}
