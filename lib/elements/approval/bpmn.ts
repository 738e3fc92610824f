import { z } from 'zod';
import { inlineList, mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, inlineValue, withExtensions } from '../extension-values';
import { readUserTask, userTaskExtensions, userTaskSchema } from '../user-task/bpmn';

const APPROVAL = 'countersign:Approval';
const QUORUMS = ['first', 'all', 'count', 'share'] as const;
const REJECTIONS = ['out-of-reach', 'first'] as const;
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
  /** How many must decide alike: the first one, all who are asked, a number, or a share in per cent. */
  quorum: z.enum(QUORUMS).default('first'),
  /** People, or per cent. */
  quorumValue: z.number().optional(),
  /** How many people are asked; else as many as are named. */
  quorumOf: z.number().optional(),
  /** Turning down decides at once, or when agreement is out of reach. */
  rejection: z.enum(REJECTIONS).default('out-of-reach'),
  /** Deciding asks once more for the password, and signs `meaning`. */
  signature: z.boolean().default(false),
  /** The statement that is signed: “I have reviewed …”. */
  meaning: z.string().default(''),
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
      ...readQuorum(textOf(approval, 'quorum') ?? ''),
      ...numberOf('quorumOf', textOf(approval, 'quorumOf')),
      rejection: textOf(approval, 'rejection') === 'first' ? 'first' : 'out-of-reach',
      signature: textOf(approval, 'signature') === 'true',
      meaning: textOf(approval, 'meaning') ?? '',
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
      ...writtenQuorum(view),
      signature: view.signature ? true : undefined,
      meaning: view.meaning,
      outcomes,
    };
    const changes = { ...userTaskExtensions(view, document, id), [APPROVAL]: approval };
    return { update: { [id]: { values: withExtensions(mustGet(document, id), changes) } } };
  },
};

/** `2`, `60%` or `all`; anything else is the first decision. */
function readQuorum(text: string): Pick<ApprovalView, 'quorum' | 'quorumValue'> {
  const written = text.trim();
  if (written === 'all') return { quorum: 'all' };
  const [, digits, percent] = /^(\d+)\s*(%?)$/.exec(written) ?? [];
  if (digits === undefined) return { quorum: 'first' };
  return { quorum: percent ? 'share' : 'count', quorumValue: Number(digits) };
}

function writtenQuorum({ quorum, quorumValue = 0, quorumOf, rejection }: ApprovalView) {
  if (quorum === 'first') return { quorum: undefined, quorumOf: undefined, rejection: undefined };
  const value = Math.max(0, Math.round(quorumValue));
  return {
    quorum: quorum === 'all' ? 'all' : quorum === 'share' ? `${value}%` : String(value),
    quorumOf: quorumOf === undefined ? undefined : String(Math.max(0, Math.round(quorumOf))),
    rejection: rejection === 'first' ? 'first' : undefined,
  };
}

const numberOf = (name: 'quorumOf', text: string | undefined): { quorumOf?: number } =>
  text !== undefined && /^\d+$/.test(text.trim()) ? { [name]: Number(text) } : {};

const words = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean);
