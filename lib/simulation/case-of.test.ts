import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { samples } from '@/lib/samples';
import { sampleXml } from '@/lib/samples/read';
import { caseOf, runScenario } from '.';
import { flow, processDocument, service } from './testing';

const variables = samples.find(({ id }) => id === 'invoice-approval')!.variables;

async function invoice() {
  const imported = importBpmn(await sampleXml('invoice-approval'));
  if (!imported.ok) throw new Error(imported.message);
  return imported.document;
}

const answer = (confidence: number) => ({
  extraction: { value: { amount: 12_480 }, confidence, belowThreshold: confidence < 0.9, rationale: '' },
});

const twoSteps = (before: string) =>
  processDocument(`<bpmn:startEvent id="S" />${before}${service('B')}<bpmn:endEvent id="E" />
    ${flow('f1', 'S', 'A')}${flow('f2', 'A', 'B')}${flow('f3', 'B', 'E')}`);

describe('an answer as a test case', () => {
  it('is a scenario that goes where the answer leads, and holds on the draft it was made of', async () => {
    const document = await invoice();
    const made = caseOf(document, {
      elementId: 'Task_extract',
      name: 'Doubtful',
      variables,
      result: answer(0.6),
    });
    if (!made.ok) throw new Error(made.message);
    expect(made.scenario).toMatchObject({
      scenario: 'Doubtful',
      start: { variables },
      steps: [{ at: 'Task_extract', result: answer(0.6) }],
      expect: { status: 'running', waits: ['Task_review'] },
    });
    expect(runScenario(document, made.scenario).ok).toBe(true);
  });

  it('answers what comes before the step in the simplest way', () => {
    const document = twoSteps(service('A'));
    const made = caseOf(document, { elementId: 'B', name: 'x', variables: {}, result: { r: 1 } });
    expect(made).toMatchObject({
      ok: true,
      scenario: { steps: [{ at: 'A' }, { at: 'B', result: { r: 1 } }], expect: { ends: ['E'] } },
    });
  });

  it('says where the process stops when it does not come to the step', () => {
    const condition = `<bpmn:intermediateCatchEvent id="A" name="Later"><bpmn:conditionalEventDefinition id="c">
      <bpmn:condition xsi:type="bpmn:tFormalExpression">=false</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>`;
    const made = caseOf(twoSteps(condition), { elementId: 'B', name: 'x', variables: {}, result: {} });
    expect(made).toMatchObject({ ok: false });
    expect(!made.ok && made.message).toContain('doesn’t come to “B”: it waits at “Later”');
  });

  it('is refused for a step that nothing runs', () => {
    const made = caseOf(twoSteps(service('A')), { elementId: 'X', name: 'x', variables: {}, result: {} });
    expect(made).toEqual({ ok: false, message: 'This step is in no process that runs.' });
  });
});
