/** What each kind of delivery was to do, for the person who looks after it. */
const KINDS: Readonly<Record<string, string>> = {
  message: 'Message',
  'publish-message': 'Message from a process',
  'seek-message': 'Look for kept messages',
  'broadcast-signal': 'Signal',
  'deliver-signal': 'Signal for one instance',
  'start-instance': 'Start of a process',
  'start-call': 'Call of a process',
  'cancel-call': 'End of a call',
  'answer-call': 'Answer to a caller',
  'escalate-call': 'Escalation to a caller',
};

/** “Signal “Go””; a kind that has no words yet stands for itself. */
export const deliveryWords = ({ kind, name }: { kind: string; name: string | null }): string =>
  `${KINDS[kind] ?? kind}${name === null ? '' : ` “${name}”`}`;
