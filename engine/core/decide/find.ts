import { label } from '../evaluate';
import { reject } from '../rejection';
import { nodeOf, type Run } from '../run';
import type { Activation } from '../state';
import type { Rejection } from '../transition-types';

/** The activation an input names; a refusal when it is not alive. */
export function find(run: Run, key: number): Activation | Rejection {
  const activation = run.state.activations[key];
  if (activation !== undefined) return activation;
  const message =
    key > 0 && key < run.state.nextKey
      ? `The step ${key} of this instance has already ended.`
      : `This instance has no step ${key}.`;
  return reject('unknown-activation', message);
}

export const isRejection = (found: object): found is Rejection => 'ok' in found && found.ok === false;

/** How people know the element of an activation. */
export const named = (run: Run, { elementId }: Activation): string => label(nodeOf(run, elementId));
