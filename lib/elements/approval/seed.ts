import type { Seed } from '../define';
import { inlineValue } from '../extension-values';

/** The answers of a new approval. */
export const FIRST_OUTCOMES = [
  { id: 'approve', label: 'Approve', tone: 'positive' as const, commentRequired: false },
  { id: 'reject', label: 'Reject', tone: 'negative' as const, commentRequired: true },
];

/** A new approval can be decided at once: approve, or reject with a reason. */
export const approvalSeed: Seed = {
  type: 'bpmn:UserTask',
  values: {
    extensionElements: {
      $type: 'bpmn:ExtensionElements',
      values: [
        { $type: 'zeebe:UserTask' },
        {
          $type: 'countersign:Approval',
          resultVariable: 'decision',
          outcomes: FIRST_OUTCOMES.map((outcome) => inlineValue('countersign:Outcome', outcome)),
        },
      ],
    },
  },
};
