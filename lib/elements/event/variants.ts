import type { Seed, Variant } from '../define';
import { type Drawable, eventSeed } from './seeds';

/** A variant of an event: its name among those of the kind, its label, its triggers, and what else is set. */
export type EventVariant = readonly [
  name: string,
  label: string,
  triggers: readonly Drawable[],
  attrs?: Seed['attrs'],
];

/** Several triggers of which a new event has two, to be changed. */
export const SEVERAL = ['message', 'signal'] as const satisfies readonly Drawable[];

/**
 * The events of one kind that can be drawn: `<kind>.<name>`, or the kind alone where the name is empty.
 * @param primary the name of the one that the palette offers directly
 */
export const eventVariants = (
  { kind, type, primary }: { kind: string; type: string; primary?: string },
  variants: readonly EventVariant[],
): readonly Variant[] =>
  variants.map(([name, label, triggers, attrs]) => ({
    id: name ? `${kind}.${name}` : kind,
    label,
    seed: triggers.length > 0 ? eventSeed(type, triggers, attrs) : { type },
    ...(name === primary ? { primary: true } : {}),
  }));
