import 'server-only';
import { z } from 'zod';
import packageJson from '@/package.json';
import { type Operation, operations } from './operations';

interface JsonSchema {
  properties?: Record<string, unknown>;
  required?: string[];
  [keyword: string]: unknown;
}

const REFUSALS: Record<number, string> = {
  400: 'Malformed',
  401: 'Not signed in, or the token is unknown, expired or revoked',
  403: 'Not allowed; the refusal is recorded',
  404: 'Not found, or not yours to see',
  409: 'In conflict with the present state; nothing was changed',
  413: 'Too large',
  415: 'Media type not supported',
  422: 'The content is not valid; `errors` names each field',
  429: 'Too much at once; `Retry-After` says when to try again',
};

const problem = (status: number) => ({
  description: REFUSALS[status],
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function inputSchema(operation: Operation): JsonSchema {
  return z.toJSONSchema(operation.useCase.meta.schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as JsonSchema;
}

const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const { $schema: _, ...rest } = schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)),
  );
  return { ...rest, properties, required: (schema.required ?? []).filter((name) => !names.includes(name)) };
}

const PROCESS_BODY = {
  required: true,
  content: {
    'application/xml': { schema: { type: 'string', description: 'BPMN 2.0 XML, at most 2 MB' } },
    'application/yaml': { schema: { type: 'string', description: 'The text form, at most 2 MB of UTF-8' } },
    'application/json': { schema: { type: 'object', description: 'A process document' } },
  },
};

const DECISIONS_BODY = {
  required: true,
  content: {
    'application/xml': { schema: { type: 'string', description: 'DMN 1.1 to 1.5 XML, at most 2 MB' } },
  },
};

function describeOperation(operation: Operation) {
  const schema = inputSchema(operation);
  const inPath = pathNames(operation.path);
  const rest = without(schema, [...inPath, 'content', 'waitMs', 'revision']);
  const query = operation.method === 'get' ? Object.entries(rest.properties ?? {}) : [];
  const hasBody =
    operation.method !== 'get' &&
    operation.body === undefined &&
    Object.keys(rest.properties ?? {}).length > 0;
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...query.map(([name, value]) => ({
      name,
      in: 'query',
      required: rest.required?.includes(name) ?? false,
      schema: value,
    })),
    ...(operation.path.endsWith('/instances') && operation.method === 'post'
      ? [{ name: 'wait', in: 'query', schema: { type: 'string', examples: ['5s'] } }]
      : []),
    ...(operation.method === 'put' && operation.body === 'process'
      ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }]
      : []),
    ...(operation.method === 'post' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
  const media = operation.mediaType ?? 'application/json';
  return {
    operationId: operation.useCase.meta.name.replace(/[.-](\w)/g, (_, letter: string) =>
      letter.toUpperCase(),
    ),
    summary: operation.summary,
    tags: [operation.tag],
    parameters,
    ...(operation.body === 'process' ? { requestBody: PROCESS_BODY } : {}),
    ...(operation.body === 'decisions' ? { requestBody: DECISIONS_BODY } : {}),
    ...(hasBody
      ? { requestBody: { required: true, content: { 'application/json': { schema: rest } } } }
      : {}),
    responses: {
      [operation.status ?? 200]: {
        description: operation.answers,
        content: {
          [media]: { schema: media === 'application/json' ? { type: 'object' } : { type: 'string' } },
        },
      },
      ...(operation.accepted
        ? {
            202: {
              description: operation.accepted,
              content: { 'application/json': { schema: { type: 'object' } } },
            },
          }
        : {}),
      ...Object.fromEntries(
        [400, 401, 403, ...(operation.refusals ?? [])].map((status) => [status, problem(status)]),
      ),
    },
  };
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable, kebab-case' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

/** The OpenAPI 3.1 document, made from the schemas the use cases check with. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Countersign',
      version: packageJson.version,
      description: 'Processes, instances, tasks, work and the audit trail.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          schema: { type: 'string', maxLength: 200 },
          description: 'The same key and body give the first answer again for 24 hours.',
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
  };
}
