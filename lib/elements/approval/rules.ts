import { get } from '@/lib/document';
import type { ElementRule } from '../define';
import { extensionOf } from '../extension-values';
import { approvalBpmn } from './bpmn';

export const approvalOutcomes: ElementRule = {
  code: 'approval-outcomes',
  check({ document, element, report }) {
    const { outcomes } = approvalBpmn.read(document, element.id);
    if (outcomes.length === 0)
      return report(
        'error',
        'Add the answers a person can give, such as “Approve” and “Reject”.',
        'outcomes',
      );
    const seen = new Set<string>();
    outcomes.forEach(({ id, label }, index) => {
      const field = `outcomes[${index}]`;
      if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id))
        report(
          'error',
          `The answer “${label || id}” needs an id of letters, digits and dashes.`,
          `${field}.id`,
        );
      if (seen.has(id)) report('error', `Two answers have the id “${id}”.`, `${field}.id`);
      if (label.trim() === '') report('error', 'An answer has no label.', `${field}.label`);
      seen.add(id);
    });
    if (outcomes.length === 1)
      report(
        'warning',
        `“${outcomes[0]?.label}” is the only answer: there is nothing to decide.`,
        'outcomes',
      );
  },
};

export const approvalAssigned: ElementRule = {
  code: 'approval-assigned',
  check({ document, element, report }) {
    const { assignee, candidateGroups, candidateUsers } = approvalBpmn.read(document, element.id);
    if (!assignee && !candidateGroups && !candidateUsers)
      report(
        'warning',
        'Nobody is asked: choose a person or a group. Until then every approver may decide.',
        'candidateGroups',
      );
  },
};

/** Four eyes that look at nothing protect nobody, so a stale reference is an error. */
export const fourEyes: ElementRule = {
  code: 'four-eyes',
  check({ document, element, model, report }) {
    for (const id of approvalBpmn.read(document, element.id).notDoneBy) {
      const other = model.nodes.get(id)?.element;
      if (!other) report('error', `“Not who did” names the step “${id}”, which doesn't exist.`, 'notDoneBy');
      else if (id === element.id) report('error', '“Not who did” names this very step.', 'notDoneBy');
      else if (other.type !== 'bpmn:UserTask')
        report(
          'warning',
          `“Not who did” names “${String(other.attrs.name ?? id)}”, which no person does.`,
          'notDoneBy',
        );
    }
  },
};

export const approvalAiSource: ElementRule = {
  code: 'approval-ai-source',
  check({ document, element, report }) {
    const { aiSource } = approvalBpmn.read(document, element.id);
    if (!aiSource) return;
    const source = get(document, aiSource);
    if (!source) report('error', `The suggestion comes from “${aiSource}”, which doesn't exist.`, 'aiSource');
    else if (!extensionOf(source, 'countersign:AiCall'))
      report(
        'error',
        `The suggestion comes from “${String(source.attrs.name ?? aiSource)}”, which is no AI call.`,
        'aiSource',
      );
  },
};
