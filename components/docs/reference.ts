import type { Schema } from './schema-words';

/** A value a call takes, wherever it goes. */
export interface Input {
  name: string;
  place: 'path' | 'query' | 'header' | 'body';
  required: boolean;
  schema: Schema;
}

export interface ReferenceEntry {
  id: string;
  method: string;
  path: string;
  summary: string;
  inputs: Input[];
  /** What else than JSON the body can be. */
  bodies: string[];
  success: { status: string; words: string };
  refusals: { status: string; words: string }[];
}

interface ApiOperation {
  operationId: string;
  summary: string;
  tags: readonly string[];
  parameters: readonly unknown[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description?: string }>;
}

interface Parameter {
  name: string;
  in: Input['place'];
  required?: boolean;
  schema: Schema;
}

const isParameter = (one: unknown): one is Parameter =>
  typeof one === 'object' && one !== null && 'name' in one;

/** The calls of an OpenAPI document by tag, in the document's order. */
export function reference(paths: Record<string, Record<string, unknown>>): Map<string, ReferenceEntry[]> {
  const groups = new Map<string, ReferenceEntry[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, value] of Object.entries(methods)) {
      const operation = value as ApiOperation;
      const tag = operation.tags[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), entryOf(method, path, operation)]);
    }
  }
  return groups;
}

function entryOf(method: string, path: string, operation: ApiOperation): ReferenceEntry {
  const content = operation.requestBody?.content ?? {};
  const json = content['application/json']?.schema;
  const required = new Set(json?.required ?? []);
  const body = Object.entries(json?.properties ?? {}).map(
    ([name, schema]): Input => ({ name, place: 'body', required: required.has(name), schema }),
  );
  const parameters = operation.parameters.filter(isParameter).map(
    (one): Input => ({
      name: one.name,
      place: one.in,
      required: one.required === true,
      schema: one.schema,
    }),
  );
  const answers = Object.entries(operation.responses).map(([status, { description = '' }]) => ({
    status,
    words: description,
  }));
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    inputs: [...parameters, ...body],
    bodies: Object.entries(content).flatMap(([type, { schema }]) =>
      schema.properties ? [] : [`${type}${schema.description ? `: ${schema.description}` : ''}`],
    ),
    success: answers.find(({ status }) => status.startsWith('2')) ?? { status: '200', words: '' },
    refusals: answers.filter(({ status }) => !status.startsWith('2')),
  };
}
