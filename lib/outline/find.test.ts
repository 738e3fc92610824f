import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn/import';
import { setLabel } from '@/lib/editing';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { fieldWords, findIn } from './find';

const invoice = async () => {
  const read = await importBpmn(readFileSync('lib/samples/invoice-approval.bpmn', 'utf8'));
  if (!read.ok) throw new Error('The sample can’t be read');
  return read.document;
};

const facts = (hits: ReturnType<typeof findIn>) => hits.map(({ id, fieldLabel }) => `${id}: ${fieldLabel}`);

describe('finding in a document', () => {
  it('answers labels first, then ids', () => {
    const { document, ids } = sample();
    const doc = done(setLabel(document, ids.approval, 'Check the event')).document;
    const [first, ...others] = facts(findIn(doc, 'EVENT'));
    expect(first).toBe(`${ids.approval}: Name`);
    expect(others).toContain(`${ids.end}: Id`);
  });

  it('names the property and shows the text around', async () => {
    const hits = findIn(await invoice(), 'countersign:');
    expect(hits).toEqual([]);
    const [hit] = findIn(await invoice(), 'is accepted and will be paid');
    expect(hit).toMatchObject({ field: 'expression', fieldLabel: 'Expression' });
    expect(hit?.excerpt.slice(hit.at, hit.at + hit.length)).toBe('is accepted and will be paid');
  });

  it('finds a variable where it is set and everywhere it is used', async () => {
    const hits = facts(findIn(await invoice(), 'extraction'));
    expect(hits).toContain('Task_extract: Result variable');
    expect(hits.some((hit) => hit.endsWith('Condition'))).toBe(true);
  });

  it('finds what is written in definitions of events', async () => {
    const { document, ids } = sample();
    expect(facts(findIn(document, 'PT'))).toContain(`${ids.timer}: Time duration`);
  });

  it('finds nothing without text', () => {
    expect(findIn(sample().document, '  ')).toEqual([]);
  });
});

it('says fields in words', () => {
  const fields = ['userPrompt', 'loop.collection', 'condition', 'form[2].label', 'candidateGroups'];
  expect(fields.map(fieldWords)).toEqual([
    'User prompt',
    'Loop collection',
    'Condition',
    'Form label',
    'Candidate groups',
  ]);
});
