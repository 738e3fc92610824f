import { describe, expect, it } from 'vitest';
import { compile } from '@/engine/compile/compile';
import type { Executable, Expression } from '@/engine/core/model';
import { importBpmn } from '@/lib/bpmn';
import { boundsOf, nameOf, waypointsOf } from '@/lib/document';
import { compileRegistry } from '@/lib/elements/compile-registry';
import type { StartEventConfig } from '@/lib/elements/start-event/config';
import { validateSubmission } from '@/lib/forms';
import { checkDocument } from '@/lib/processes/check';
import { samples } from '.';
import { sampleXml } from './read';

async function documentOf(id: string) {
  const imported = importBpmn(await sampleXml(id));
  if (!imported.ok) throw new Error(imported.message);
  expect(imported.notes).toEqual([]);
  return imported.document;
}

async function executableOf(id: string): Promise<Executable> {
  const result = compile(await documentOf(id), { versionId: 'v', checksum: 'c', registry: compileRegistry });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.executables[0]!;
}

describe.each(samples)('sample $title', (sample) => {
  it('has nothing to repair', async () => {
    expect(checkDocument(await documentOf(sample.id))).toEqual([]);
  });

  it('starts with its own variables', async () => {
    const { nodes, startNodes } = await executableOf(sample.id);
    const { form } = nodes[startNodes[0]!]!.config as StartEventConfig;
    expect(validateSubmission(form!, sample.variables)).toEqual({ ok: true, values: sample.variables });
  });

  it('draws every node and flow', async () => {
    const document = await documentOf(sample.id);
    const { nodes, flows } = await executableOf(sample.id);
    for (const id of Object.keys(nodes)) expect(boundsOf(document, id), id).toBeDefined();
    for (const id of Object.keys(flows)) expect(waypointsOf(document, id).length, id).toBeGreaterThan(1);
    expect(nameOf(document.elements[sample.id])).toBe(sample.title);
  });

  it('evaluates everything inside transitions', async () => {
    const expressions = [...findExpressions(await executableOf(sample.id))];
    expect(expressions.filter((each) => each.mode === 'unbounded')).toEqual([]);
  });
});

function* findExpressions(value: unknown): Generator<Expression> {
  if (typeof value !== 'object' || value === null) return;
  if ('mode' in value && 'source' in value) yield value as Expression;
  else for (const member of Object.values(value)) yield* findExpressions(member);
}
