import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { childrenOf } from '@/lib/document';
import { typeName } from './names';

/** Why an element can't run yet and what to draw instead. */
export function explainUnsupported(document: ProcessDocument, element: DocElement): string {
  const name = typeName(document, element);
  const article = /^[aeiou]/.test(name) ? 'An' : 'A';
  const instead = INSTEAD[element.type];
  return `${article} ${name} is drawn and kept, but can’t run here yet.${instead ? ` ${instead}` : ''}`;
}

const INSTEAD: Record<string, string> = {
  'bpmn:StartEvent': 'Use a plain start event and start the process by a person or over the API.',
  'bpmn:ReceiveTask': 'Use external work or a user task for what is waited for.',
  'bpmn:CallActivity': 'Draw the steps in a sub-process instead.',
  'bpmn:InclusiveGateway':
    'Use decisions one after the other, or a parallel gateway with decisions on its paths.',
  'bpmn:EventBasedGateway': 'Use a user task or external work with a timer on its border.',
  'bpmn:Transaction': 'Use a sub-process with an error event on its border.',
};

/** What keeps a step from running although its kind can: loops, compensation, token quantities. */
export function explainMarkers(document: ProcessDocument, element: DocElement): string | null {
  if (childrenOf(document, element.id, 'loopCharacteristics').length > 0)
    return 'This step is repeated (loop or multi-instance), which can’t run here yet. Remove the marker, or draw the repetition.';
  if (element.attrs.isForCompensation === true)
    return 'This step undoes another one (compensation), which can’t run here yet.';
  for (const name of ['startQuantity', 'completionQuantity']) {
    const quantity = element.attrs[name];
    if (quantity !== undefined && Number(quantity) !== 1)
      return `This step takes or gives several tokens at once (${name}), which can’t run here yet.`;
  }
  return null;
}
