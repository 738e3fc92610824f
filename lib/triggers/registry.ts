import type { DocElement } from '@/engine/compile/document';
import { cancel } from './cancel/spec';
import { compensation } from './compensation/spec';
import { conditional } from './conditional/spec';
import type { TriggerName, TriggerSpec } from './define';
import { error } from './error/spec';
import { escalation } from './escalation/spec';
import { link } from './link/spec';
import { message } from './message/spec';
import { none } from './none/spec';
import { signal } from './signal/spec';
import { terminate } from './terminate/spec';
import { timer } from './timer/spec';

/** Every kind of event definition. */
export const triggers = {
  none,
  timer,
  message,
  signal,
  error,
  escalation,
  conditional,
  compensation,
  cancel,
  terminate,
  link,
} satisfies Record<TriggerName, TriggerSpec<never> | TriggerSpec>;

const byType = new Map(
  Object.values(triggers).map((spec) => [spec.type, spec as unknown as TriggerSpec] as const),
);

/** The spec of an event definition; undefined for a type that BPMN doesn't define. */
export const triggerOf = (definition: DocElement): TriggerSpec | undefined => byType.get(definition.type);
