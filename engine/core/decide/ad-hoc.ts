import { completes } from '../event-sub-processes';
import type { Input } from '../inputs';
import { reject } from '../rejection';
import { behaviorOf, nodeOf, type Run } from '../run';
import { RunningStep } from '../step';
import type { Rejection } from '../transition-types';
import { find, isRejection, named } from './find';

/** Somebody chose what to do next in an ad-hoc sub-process (BPMN 2.0.2, 13.3.5). */
export function activateElements(
  run: Run,
  input: Extract<Input, { type: 'activate-elements' }>,
): Rejection | null {
  const activation = find(run, input.key);
  if (isRejection(activation)) return activation;
  const { elementId } = activation;
  const node = nodeOf(run, elementId);
  const { executable, state, now, actor } = run;
  const facts = { executable, node, state, key: input.key, now, actor };
  const behavior = behaviorOf(run, node);
  const free = activation.status === 'active' && !completes(run, input.key);
  const offered = free ? behavior.offers?.(facts, node.config) : undefined;
  if (offered === undefined)
    return reject('not-ad-hoc', `${named(run, activation)} does not let its steps be chosen now.`, {
      elementId,
    });
  const unknown = input.elementIds.find((id) => !offered.includes(id));
  if (unknown !== undefined || input.elementIds.length === 0)
    return reject(
      'invalid-input',
      unknown === undefined
        ? 'Name at least one step to begin.'
        : `${named(run, activation)} has no step ${unknown} that can begin by itself.`,
      { elementId, path: 'elementIds' },
    );
  const step = new RunningStep(run, input.key, 'children');
  const begun = behavior.requested?.(step, node.config, input.elementIds, step.living()) ?? input.elementIds;
  for (const enter of begun) run.queue.push({ enter, scopeKey: input.key });
  return null;
}
