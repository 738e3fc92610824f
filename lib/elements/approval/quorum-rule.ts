import type { ElementRule } from '../define';
import { type ApprovalView, approvalBpmn } from './bpmn';
import { impossible, quorumOf } from './quorum';

/** A quorum that nobody can reach would wait for ever. */
export const approvalQuorum: ElementRule = {
  code: 'approval-quorum',
  check({ document, element, report }) {
    const view = approvalBpmn.read(document, element.id);
    if (view.quorum === 'first') return;
    if (view.assignee.trim() !== '')
      return report(
        'error',
        'One person is asked, so several can’t decide. Name groups or people instead.',
        'quorum',
      );
    if (view.quorum === 'share' && (view.quorumValue ?? 0) > 100)
      return report('error', 'At most 100 per cent can agree.', 'quorumValue');
    const of = askedOf(view);
    if (of === 'unknown')
      return report('error', 'Say of how many: groups don’t tell how many people decide.', 'quorumOf');
    if (of === 'later') return;
    const { quorum: need, quorumValue: value = 0, rejection: reject } = view;
    const why = impossible(quorumOf({ need, value, reject }, of));
    if (why !== null) report('error', `It can never be decided: ${why}.`, 'quorum');
  },
};

/** How many are asked: said, counted, known when it runs only, or nowhere to be found. */
function askedOf({ quorumOf: said, candidateUsers }: ApprovalView): number | 'later' | 'unknown' {
  if (said !== undefined) return said;
  const people = candidateUsers.trim();
  if (people.startsWith('=')) return 'later';
  const named = new Set(
    people
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  );
  return named.size > 0 ? named.size : 'unknown';
}
