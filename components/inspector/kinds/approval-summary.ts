import type { ApprovalView } from '@/lib/elements/approval/bpmn';

/** The approval in one sentence: who decides, by when, who may not, and when it is passed. */
export function summary(view: ApprovalView, name: (id: string) => string): string {
  const who = whoDecides(view);
  const due = view.dueDate && ` within ${duration(view.dueDate)}`;
  const not = [
    ...(view.notInitiator ? ['the person who started it'] : []),
    ...view.notDoneBy.map((id) => `whoever did “${name(id)}”`),
  ];
  const barred = not.length > 0 ? `; ${not.join(' and ')} cannot` : '';
  const when = view.requiredIf ? `, only if ${view.requiredIf.replace(/^=\s*/, '')}` : '';
  return `${who} decides${due}${when}${barred}.`;
}

function whoDecides({ assignee, candidateGroups, candidateUsers }: ApprovalView): string {
  if (assignee) return plain(assignee);
  const groups = candidateGroups ? `one person of ${plain(candidateGroups)}` : '';
  const either = [groups, candidateUsers && plain(candidateUsers)].filter(Boolean).join(' or ');
  return either
    ? `${either[0]?.toUpperCase()}${either.slice(1)}`
    : 'Nobody yet: choose a person or a group. Nobody';
}

const plain = (value: string): string =>
  value.startsWith('=') ? `the result of ${value.slice(1).trim()}` : value;

const UNITS: Record<string, string> = { D: 'days', H: 'hours', M: 'minutes' };

/** `PT4H` → “4 hours”; anything else as it is written. */
function duration(text: string): string {
  const match = /^P(?:(\d+)(D)|T(\d+)([HM]))$/.exec(text);
  const [count, unit] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
  if (!count || !unit) return plain(text);
  return `${count} ${count === '1' ? UNITS[unit]?.slice(0, -1) : UNITS[unit]}`;
}
