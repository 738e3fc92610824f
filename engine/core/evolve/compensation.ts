import { InvariantError } from '../errors';
import type { Compensable } from '../state';
import { type Applier, activationOf, type Draft, put } from './draft';

/** A completed activity joins those that can be undone. */
export function remember(draft: Draft, compensable: Compensable): void {
  draft.compensable = [...(draft.compensable ?? []), compensable];
}

/** What ran inside an activity that was not completed can't be undone any more. */
export function forget(draft: Draft, scopeKey: number): void {
  const inside = new Set([scopeKey]);
  // records are in order of completion: what is inside comes before what it is inside of
  for (const each of [...(draft.compensable ?? [])].reverse())
    if (inside.has(each.scopeKey)) inside.add(each.key);
  keep(draft, (each) => !inside.has(each.scopeKey));
}

export const compensationStarted: Applier<'compensation.started'> = (draft, event) => {
  const { undo } = event.data;
  const keys = new Set(undo.map((each) => each.key));
  const before = draft.compensable?.length ?? 0;
  keep(draft, (each) => !keys.has(each.key));
  if ((draft.compensable?.length ?? 0) + keys.size > before)
    throw new InvariantError('what is to be undone was not done');
  const activation = activationOf(draft, event);
  put(draft, { ...activation, undo: [...(activation.undo ?? []), ...undo] });
};

/** Whoever began the handler is rid of what is left to undo. */
export const compensationHandedOn: Applier<'compensation.handed-on'> = (draft, event) => {
  const giver = draft.activations[event.data.from];
  if (giver?.undo === undefined && (!event.data.awaited || giver?.undoes === undefined))
    throw new InvariantError(`activation ${event.data.from} has nothing to hand on`);
  const { undo = [], ...rest } = giver;
  const taker = activationOf(draft, event);
  put(draft, event.data.awaited ? { ...rest, undoes: taker.key } : rest);
  put(draft, { ...taker, undo: [...(taker.undo ?? []), ...undo] });
};

/** The next activity is being undone. */
export function undoing(draft: Draft, asker: number): void {
  const activation = draft.activations[asker];
  if (activation?.undo === undefined) throw new InvariantError(`activation ${asker} undoes nothing`);
  put(draft, { ...activation, undo: activation.undo.slice(1) });
}

function keep(draft: Draft, wanted: (each: Compensable) => boolean): void {
  if (draft.compensable === undefined) return;
  const left = draft.compensable.filter(wanted);
  if (left.length > 0) draft.compensable = left;
  else delete draft.compensable;
}
