import type { DocElement } from '@/engine/compile/document';
import { extensionOf, vendorAttribute } from '../extension-values';

/** Zeebe's extension element. */
export const CALLED = 'zeebe:CalledDecision';

/** Whether a business rule task names a decision, in whichever vendor's words; otherwise it is external work. */
export const callsDecision = (element: DocElement): boolean =>
  element.type === 'bpmn:BusinessRuleTask' &&
  (extensionOf(element, CALLED) !== undefined || vendorAttribute(element, 'decisionRef') !== undefined);
