import { describe, expect, it } from 'vitest';
import { compile } from '@/engine/compile/compile';
import type { JsonObject } from '@/engine/core/json';
import { importBpmn } from '@/lib/bpmn';
import type { AiCallConfig, PromptTemplate } from '@/lib/elements/ai-call/config';
import { compileRegistry } from '@/lib/elements/compile-registry';
import { written } from '@/lib/elements/values';
import { samples } from '@/lib/samples';
import { sampleXml } from '@/lib/samples/read';
import { envelopeSchema } from '../answer/envelope';
import { violations } from '../answer/validate';
import { simulatedAnswer } from './answer';

/** The prompt and schema of a sample's AI step, with the sample's own variables. */
async function question(sampleId: string, elementId: string) {
  const sample = samples.find(({ id }) => id === sampleId)!;
  const imported = importBpmn(await sampleXml(sampleId));
  if (!imported.ok) throw new Error(imported.message);
  const made = compile(imported.document, { versionId: 'v', checksum: 'c', registry: compileRegistry });
  if (!made.ok) throw new Error('not compiled');
  const config = made.executables[0]!.nodes[elementId]!.config as AiCallConfig;
  return {
    prompt: render(config.userPrompt, sample.variables),
    schema: envelopeSchema(config.outputSchema, false),
  };
}

const render = (template: PromptTemplate, variables: JsonObject): string =>
  template
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.mode !== 'bounded') throw new Error(part.source);
      const result = part.evaluate({ variables, now: '2026-11-06T09:00:00.000Z' });
      if (!result.ok) throw new Error(part.source);
      return written(result.value);
    })
    .join('');

describe('simulated model', () => {
  it('reads the invoice of the sample', async () => {
    const { prompt, schema } = await question('invoice-approval', 'Task_extract');
    const answer = simulatedAnswer(prompt, schema);
    expect(answer.value).toEqual({
      supplier: 'Nordwind Papier GmbH',
      invoiceNumber: 'RE-20931',
      amount: 12480,
      currency: 'EUR',
      dueDate: '2026-12-04',
      iban: 'DE02 1203 0000 0000 2020 51',
      purchaseOrder: '4500-77120',
      suggestion: 'approve',
    });
    expect(violations(schema, answer)).toEqual([]);
  });

  it('sorts the complaint of the sample', async () => {
    const { prompt, schema } = await question('complaint-triage', 'Task_classify');
    const answer = simulatedAnswer(prompt, schema);
    expect(answer.value).toEqual({
      category: 'delivery',
      severity: 'high',
      summary: 'My order 88-4410 arrived nine days late and the box was wet.',
    });
    expect(violations(schema, answer)).toEqual([]);
  });

  it('drafts the reply of the sample', async () => {
    const { prompt, schema } = await question('complaint-triage', 'Task_draft');
    const answer = simulatedAnswer(prompt, schema);
    expect(answer.value).toMatchObject({ refund: 236, suggestion: 'approve' });
    expect(answer.value).toHaveProperty('reply', expect.stringContaining('Dear Marta Kowalska'));
    expect(violations(schema, answer)).toEqual([]);
  });

  it('quotes the prompt word by word and answers the same question the same way', async () => {
    const { prompt, schema } = await question('invoice-approval', 'Task_extract');
    const answer = simulatedAnswer(prompt, schema);
    for (const { quote } of answer.evidence as { quote: string }[]) expect(prompt).toContain(quote);
    expect(simulatedAnswer(prompt, schema)).toEqual(answer);
  });
});

describe('simulated model on any schema', () => {
  const answerTo = (schema: JsonObject, prompt = 'Nothing to see here.') => {
    const envelope = envelopeSchema(schema, true);
    const answer = simulatedAnswer(prompt, envelope);
    return { value: answer.value, wrong: violations(envelope, answer) };
  };
  const object = (properties: JsonObject): JsonObject => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
  });

  it.each([
    ['limits of numbers', object({ score: { type: 'integer', minimum: 3, maximum: 5 } })],
    ['constants and choices', object({ kind: { const: 'x' }, level: { enum: [1, 2] } })],
    [
      'formats',
      object({ day: { type: 'string', format: 'date' }, at: { type: 'string', format: 'date-time' } }),
    ],
    [
      'addresses',
      object({ mail: { type: 'string', format: 'email' }, page: { type: 'string', format: 'uri' } }),
    ],
    ['lengths', object({ word: { type: 'string', maxLength: 5 } })],
    ['lists', object({ lines: { type: 'array', minItems: 2, items: object({ name: { type: 'string' } }) } })],
    ['nested objects', object({ address: object({ city: { type: 'string' }, ok: { type: 'boolean' } }) })],
    ['types with null', object({ note: { type: ['string', 'null'] } })],
    ['references', { ...object({ one: { $ref: '#/$defs/name' } }), $defs: { name: { type: 'string' } } }],
  ])('keeps to %s', (_name, schema) => {
    expect(answerTo(schema).wrong).toEqual([]);
  });

  it.each([
    ['Total: $1,250.50 due May 3, 2026', { amount: 1250.5, dueDate: '2026-05-03' }],
    ['Betrag 99,90 €, zahlbar bis 1. März 2026', { amount: 99.9, dueDate: '2026-03-01' }],
    ['Pay 1 200 EUR until 2026-02-28', { amount: 1200, dueDate: '2026-02-28' }],
  ])('reads “%s”', (prompt, value) => {
    const schema = object({ amount: { type: 'number' }, dueDate: { type: 'string', format: 'date' } });
    expect(answerTo(schema, prompt).value).toEqual(value);
  });

  it('leaves out what is optional and not said', () => {
    expect(answerTo({ type: 'object', properties: { iban: { type: 'string' } } }).value).toEqual({});
  });
});
