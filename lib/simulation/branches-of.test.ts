import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { sampleXml } from '@/lib/samples/read';
import { branchesOf } from '.';
import { flow, processDocument, service } from './testing';

describe('where an AI step leads', () => {
  it('is told for an answer below its threshold and for one above', async () => {
    const imported = importBpmn(await sampleXml('invoice-approval'));
    if (!imported.ok) throw new Error(imported.message);
    const branches = branchesOf(imported.document, 'Task_extract');
    expect(branches?.below).toEqual(['“Review and approve invoice”']);
    expect(branches?.above.length).toBeGreaterThan(0);
  });

  it('is not told of other steps, or where the samples do not lead', () => {
    const document = processDocument(`<bpmn:startEvent id="S" />${service('A')}<bpmn:endEvent id="E" />
      ${flow('f1', 'S', 'A')}${flow('f2', 'A', 'E')}`);
    expect(branchesOf(document, 'A')).toBeNull();
    expect(branchesOf(document, 'X')).toBeNull();
  });
});
