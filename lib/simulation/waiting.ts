import { FEEL_WORK } from '@/engine/core';
import type { ExecutableNode } from '@/engine/core/model';
import type { Activation, InstanceState, OpenIncident } from '@/engine/core/state';
import { behaviors } from '@/lib/elements/behaviors';
import { CHOICE_WORK } from './behaviors';
import type { Session } from './session';

/** What an element waits for, as the person who simulates it answers it. */
export type WaitingKind =
  | 'gateway'
  | 'work'
  | 'ai'
  | 'call'
  | 'task'
  | 'approval'
  | 'timer'
  | 'message'
  | 'signal'
  | 'condition'
  | 'ad-hoc'
  | 'incident';

/** Something that goes on only when somebody or something outside answers. */
export interface Waiting {
  key: number;
  elementId: string;
  kind: WaitingKind;
  /** It only listens: on the border of an activity, or for an event sub-process. Nothing is stuck without it. */
  listens: boolean;
  /** When its timer fires. */
  dueAt?: string;
  /** The message or signal. */
  name?: string;
  assignee?: string;
  /** How many have decided, where several do. */
  votes?: number;
  incident?: OpenIncident;
  /** Which iteration of a repeated step. */
  iteration?: number;
}

/** Everything that waits, what holds a token first, then by age. */
export function waitingOf({ state, executable }: Session): Waiting[] {
  if (state.status !== 'running') return [];
  const found = Object.values(state.activations).flatMap((activation) => {
    const waiting = describe(activation, executable.nodes[activation.elementId], state);
    return waiting ? [waiting] : [];
  });
  return found.sort((a, b) => Number(a.listens) - Number(b.listens) || a.key - b.key);
}

function describe(activation: Activation, node: ExecutableNode | undefined, state: InstanceState) {
  const { key, elementId, attachedTo, iteration } = activation;
  const kind = kindOf(activation, node);
  if (!kind) return null;
  const waiting: Waiting = {
    key,
    elementId,
    kind,
    // an alternative behind an event-based gateway is what its token waits for
    listens:
      attachedTo !== undefined && (node?.attachedTo !== undefined || node?.kind === 'event-sub-process'),
  };
  const { wait } = activation;
  if (iteration !== undefined) waiting.iteration = iteration;
  if (wait?.kind === 'timer') waiting.dueAt = wait.dueAt;
  if (wait?.kind === 'message' || wait?.kind === 'signal') waiting.name = wait.name;
  if (wait?.kind === 'task' && wait.assignee) waiting.assignee = wait.assignee;
  if (wait?.kind === 'task' && wait.votes) waiting.votes = wait.votes.length;
  const incident = Object.values(state.incidents).find((each) => each.activationKey === key);
  if (incident) waiting.incident = incident;
  return waiting;
}

function kindOf({ status, wait }: Activation, node: ExecutableNode | undefined): WaitingKind | null {
  if (status === 'incident') return 'incident';
  if (status === 'active' && node && behaviors[node.kind as keyof typeof behaviors]?.offers) return 'ad-hoc';
  if (status !== 'waiting' || !wait) return null;
  if (wait.kind === 'task') return node?.kind === 'approval' ? 'approval' : 'task';
  if (wait.kind !== 'work') return wait.kind;
  if (wait.workType === FEEL_WORK) return null;
  if (wait.workType === CHOICE_WORK) return 'gateway';
  return node?.kind === 'ai-call' ? 'ai' : 'work';
}

/** What the process waits for with a token of its own, in document ids; each once. */
export const waitingElements = (session: Session): string[] => [
  ...new Set(
    waitingOf(session)
      .filter(({ listens }) => !listens)
      .map(({ elementId }) => elementId),
  ),
];
