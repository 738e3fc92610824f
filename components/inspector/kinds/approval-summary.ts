import type { ApprovalView } from '@/lib/elements/approval/bpmn';
import { durationInWords } from './duration-words';

/** What is known of the diagram around the approval. */
export interface Around {
  /** What an element is called. */
  name(id: string): string;
  /** Where the flow goes when time runs out before a decision: `after` as the timer has it. */
  otherwise?: readonly { after: string; to: string; interrupting: boolean }[];
}

/** The approval in one sentence: who decides, how many, by when, who may not, when it is passed, and what else. */
export function summary(view: ApprovalView, { name, otherwise = [] }: Around): string {
  const length = view.calendar ? inWorkingTime(plain(view.dueDate)) : plain(view.dueDate);
  const due = view.dueDate && ` within ${length}`;
  const when = view.requiredIf ? `, only if ${view.requiredIf.replace(/^=\s*/, '')}` : '';
  const not = [
    ...(view.notInitiator ? ['the person who started it'] : []),
    ...view.notDoneBy.map((id) => `whoever did “${name(id)}”`),
  ];
  const parts = [
    `${whoDecides(view)}${due}${when}`,
    ...(not.length > 0 ? [`${not.join(' and ')} cannot`] : []),
    ...(view.quorum !== 'first' && view.rejection === 'first'
      ? ['one who turns it down decides at once']
      : []),
    ...(view.signature ? ['signed with a password'] : []),
    ...otherwise.map(
      ({ after, to, interrupting }) =>
        `${interrupting ? 'otherwise' : 'meanwhile'}, after ${plain(after)} → ${to}`,
    ),
  ];
  return `${parts.join('; ')}.`;
}

/** “4 hours” of working time are “4 working hours”. */
const inWorkingTime = (words: string): string => words.replace(/(\d) (day|hour|minute)/g, '$1 working $2');

function whoDecides(view: ApprovalView): string {
  const { assignee, candidateGroups, candidateUsers, quorum } = view;
  if (assignee) return `${plain(assignee)} decides`;
  const people = [candidateGroups, candidateUsers].filter(Boolean).map(plain).join(' or ');
  if (!people) return 'Nobody yet: choose a person or a group. Nobody decides';
  if (quorum !== 'first') return `${howMany(view)} ${people} must agree`;
  return candidateGroups
    ? `One person of ${people} decides`
    : `${people.charAt(0).toUpperCase()}${people.slice(1)} decides`;
}

function howMany({ quorum, quorumValue = 0, quorumOf, candidateUsers }: ApprovalView): string {
  const of = quorumOf === undefined ? '' : ` ${quorumOf}`;
  if (quorum === 'all') return `All${of}${candidateUsers && !of ? ' of' : ' in'}`;
  if (quorum === 'share') return `${quorumValue} % of${of ? `${of} in` : ''}`;
  return `${quorumValue} of${of ? `${of} in` : ''}`;
}

const plain = (value: string): string =>
  value.startsWith('=') ? `the result of ${value.slice(1).trim()}` : durationInWords(value);
