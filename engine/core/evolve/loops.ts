import { InvariantError } from '../errors';
import type { Json } from '../json';
import type { Activation, LoopState } from '../state';
import { type Applier, activationOf, type Draft, put } from './draft';

export const loopStarted: Applier<'loop.started'> = (draft, event) => {
  const { total, items, gathers } = event.data;
  const loop: LoopState = { total, started: 0, completed: 0 };
  if (items !== undefined) loop.items = items;
  if (gathers) loop.outputs = Array.from({ length: total ?? 0 }, (): Json => null);
  put(draft, { ...activationOf(draft, event), loop });
};

export const loopGathered: Applier<'loop.gathered'> = (draft, event) => {
  const body = activationOf(draft, event);
  const { iteration, value } = event.data;
  const outputs = [...(body.loop?.outputs ?? [])];
  while (outputs.length < iteration) outputs.push(null);
  outputs[iteration - 1] = value;
  change(draft, body, { outputs });
};

/** An iteration began. */
export function iterationStarted(draft: Draft, bodyKey: number): void {
  const body = bodyOf(draft, bodyKey);
  change(draft, body, { started: (body.loop?.started ?? 0) + 1 });
}

/** An iteration completed. */
export function iterationCompleted(draft: Draft, bodyKey: number): void {
  const body = bodyOf(draft, bodyKey);
  change(draft, body, { completed: (body.loop?.completed ?? 0) + 1 });
}

function bodyOf(draft: Draft, key: number): Activation {
  const body = draft.activations[key];
  if (body?.loop === undefined) throw new InvariantError(`activation ${key} is no loop`);
  return body;
}

function change(draft: Draft, body: Activation, changed: Partial<LoopState>): void {
  if (body.loop === undefined) throw new InvariantError(`activation ${body.key} is no loop`);
  put(draft, { ...body, loop: { ...body.loop, ...changed } });
}
