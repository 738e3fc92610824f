import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { loadRoute, methodsOf, routeFiles } from '@/lib/testing/routes';
import { openApiDocument } from './document';

// As a client reads it: plain JSON.
const document = JSON.parse(JSON.stringify(openApiDocument())) as ReturnType<typeof openApiDocument>;

interface Described {
  operationId: string;
  parameters: { name?: string; in?: string; $ref?: string; schema?: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string }>;
}

const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Described })),
);

/** Not calls of the API: the document itself, and a second name of one route (`versions/{n}.bpmn`). */
const UNDOCUMENTED = new Set(['GET /openapi.json']);
const ALIASES = new Set(
  ['bpmn', 'yaml', 'svg'].map((ending) => `GET /processes/{processId}/versions/{version}.${ending}`),
);

describe('the OpenAPI document', () => {
  it('describes the routes that exist, and no others', async () => {
    const existing: string[] = [];
    for (const route of routeFiles()) {
      const path = route.path.replace(/\[(\w+)\]/g, '{$1}');
      for (const method of methodsOf(await loadRoute(route))) existing.push(`${method} ${path}`);
    }
    const documented = described.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(documented.filter((one) => !ALIASES.has(one)).sort()).toEqual(
      existing.filter((one) => !UNDOCUMENTED.has(one)).sort(),
    );
  });

  it('is OpenAPI 3.1 with unique operation ids and every reference resolved', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = described.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"(#\/components[^"]*)"/g)) {
      let at: unknown = document;
      for (const part of reference!.slice(2).split('/')) at = (at as Record<string, unknown>)[part];
      expect(at, reference).toBeTypeOf('object');
    }
  });

  it('declares exactly the parameters that stand in each path', () => {
    for (const { path, operation } of described) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath);
    }
  });

  it('has schemas that a JSON Schema 2020-12 validator compiles', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const { operation } of described) {
      for (const { schema } of operation.parameters) if (schema) ajv.compile(schema);
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) ajv.compile(schema);
    }
  });

  it('takes an Idempotency-Key wherever something is posted, and If-Match only for drafts', () => {
    for (const { method, operation, path } of described) {
      const names = operation.parameters.map((one) => one.$ref ?? one.name);
      expect(names.includes('#/components/parameters/IdempotencyKey')).toBe(method === 'post');
      expect(names.includes('If-Match')).toBe(path.endsWith('/draft') && method === 'put');
    }
  });
});
