import type { Seed } from '../define';

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
          outcomes: [
            {
              $type: 'countersign:Outcome',
              id: 'approve',
              label: 'Approve',
              tone: 'positive',
              commentRequired: false,
            },
            {
              $type: 'countersign:Outcome',
              id: 'reject',
              label: 'Reject',
              tone: 'negative',
              commentRequired: true,
            },
          ],
        },
      ],
    },
  },
};
