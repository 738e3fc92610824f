import { z } from 'zod';
import { inlineList, mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, inlineValue, withExtensions } from '../extension-values';
import { readUserTask, userTaskExtensions, userTaskSchema } from '../user-task/bpmn';

const APPROVAL = 'countersign:Approval';
const TONES = ['positive', 'negative', 'neutral'] as const;

export const outcomeSchema = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(TONES).default('neutral'),
  commentRequired: z.boolean().default(false),
});

export const approvalSchema = userTaskSchema.extend({
  /** FEEL; false passes the step. Empty: always required. */
  requiredIf: z.string().default(''),
  notInitiator: z.boolean().default(false),
  /** Ids of steps whose doers may not decide. */
  notDoneBy: z.array(z.string()).default([]),
  /** Id of the AI call whose suggestion is shown. */
  aiSource: z.string().default(''),
  outcomes: z.array(outcomeSchema).default([]),
  resultVariable: z.string().default('decision'),
  /** What is decided, with `{{ }}` parts. */
  sentence: z.string().default(''),
});
export type ApprovalView = z.infer<typeof approvalSchema>;

export const approvalBpmn: BpmnBinding<ApprovalView> = {
  read(document, id) {
    const approval = extensionOf(mustGet(document, id), APPROVAL);
    return {
      ...readUserTask(document, id),
      requiredIf: textOf(approval, 'requiredIf') ?? '',
      notInitiator: words(textOf(approval, 'fourEyes')).includes('notInitiator'),
      notDoneBy: words(textOf(approval, 'notDoneBy')),
      aiSource: textOf(approval, 'aiSource') ?? '',
      outcomes: inlineList(approval, 'outcomes').map((outcome) => ({
        id: textOf(outcome, 'id') ?? '',
        label: textOf(outcome, 'label') ?? textOf(outcome, 'id') ?? '',
        tone: TONES.find((tone) => tone === textOf(outcome, 'tone')) ?? 'neutral',
        commentRequired: textOf(outcome, 'commentRequired') === 'true',
      })),
      resultVariable: textOf(approval, 'resultVariable') ?? 'decision',
      sentence: textOf(approval, 'sentence') ?? '',
    };
  },
  write(view, document, id) {
    const outcomes = view.outcomes.map((outcome) => inlineValue('countersign:Outcome', outcome));
    const approval = {
      requiredIf: view.requiredIf,
      fourEyes: view.notInitiator ? 'notInitiator' : undefined,
      notDoneBy: view.notDoneBy.join(' '),
      aiSource: view.aiSource,
      resultVariable: view.resultVariable,
      sentence: view.sentence,
      outcomes,
    };
    const changes = { ...userTaskExtensions(view, document, id), [APPROVAL]: approval };
    return { update: { [id]: { values: withExtensions(mustGet(document, id), changes) } } };
  },
};

const words = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean);
