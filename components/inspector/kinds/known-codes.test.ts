import { expect, it } from 'vitest';
import { processDocument } from '@/lib/simulation/testing';
import { knownCodes } from './known-codes';

it('codes that a document names can be chosen, each once, none that is computed', () => {
  const document = processDocument(
    '<bpmn:startEvent id="S" />',
    `<bpmn:error id="E1" errorCode="TOO_LATE" /><bpmn:error id="E2" errorCode="NO_STOCK" />
     <bpmn:error id="E3" errorCode="TOO_LATE" /><bpmn:error id="E4" errorCode="=code" /><bpmn:error id="E5" />
     <bpmn:escalation id="X1" escalationCode="ASK_BOSS" />`,
  );
  expect(knownCodes(document, 'error')).toEqual(['NO_STOCK', 'TOO_LATE']);
  expect(knownCodes(document, 'escalation')).toEqual(['ASK_BOSS']);
});
