import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import type { ProcessDocument } from '@/lib/document';
import { samples } from '@/lib/samples';
import { sampleXml } from '@/lib/samples/read';
import { begin, compileDraft, endsOf, playSampleCase, type Session, waitingElements } from '.';
import { flow, processDocument, service } from './testing';

function started(document: ProcessDocument, variables = {}): Session {
  const compiled = compileDraft(document);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  const begun = begin(compiled.executables[0]!, { start: { variables } });
  if (!begun.ok) throw new Error(begun.message);
  return begun.session;
}

describe('a sample case', () => {
  it.each(samples)(
    'of the sample $id ends by itself, every answer among its steps',
    async ({ id, variables }) => {
      const imported = importBpmn(await sampleXml(id));
      if (!imported.ok) throw new Error(imported.message);
      const { session, stopped } = playSampleCase(started(imported.document, variables));
      expect(stopped).toBeNull();
      expect(session.state.status).toBe('completed');
      expect(endsOf(session).length).toBeGreaterThan(0);
      expect(session.steps.length).toBeGreaterThan(1);
    },
  );

  it('stops in words where only somebody can know how to go on', () => {
    const document = processDocument(`<bpmn:startEvent id="S" />
      <bpmn:intermediateCatchEvent id="C" name="Stock arrives"><bpmn:conditionalEventDefinition>
        <bpmn:condition xsi:type="bpmn:tFormalExpression">=stock = 1</bpmn:condition></bpmn:conditionalEventDefinition>
      </bpmn:intermediateCatchEvent><bpmn:endEvent id="E" />${flow('A', 'S', 'C')}${flow('B', 'C', 'E')}`);
    const { session, stopped } = playSampleCase(started(document));
    expect(stopped).toBe('The sample case stops at “Stock arrives”: it waits for a condition.');
    expect(waitingElements(session)).toEqual(['C']);
  });

  it('goes round in circles only so often', () => {
    const document =
      processDocument(`<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" />${service('W')}
      ${flow('A', 'S', 'G')}${flow('B', 'G', 'W')}${flow('C', 'W', 'G')}`);
    const { session, stopped } = playSampleCase(started(document), 7);
    expect(session.steps).toHaveLength(7);
    expect(stopped).toMatch(/after 7 answers/);
  });
});
