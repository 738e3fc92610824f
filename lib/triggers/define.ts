import type { ZodType } from 'zod';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import type { CompileContext } from '@/engine/compile/registry';
import type { Throw, Trigger } from '@/engine/core/triggers';
import type { DocumentPatch } from '@/lib/elements/patch';

/** The event definitions of BPMN 2.0.2, 10.5.5, in our words. `none` is an event without one. */
export const TRIGGER_NAMES = [
  'none',
  'timer',
  'message',
  'signal',
  'error',
  'escalation',
  'conditional',
  'compensation',
  'cancel',
  'terminate',
  'link',
] as const;
export type TriggerName = (typeof TRIGGER_NAMES)[number];

/** One kind of event definition: what is edited of it and what it compiles to. */
export interface TriggerSpec<View = unknown> {
  name: TriggerName;
  /** Metamodel type of the definition; undefined for `none`. */
  type: string | undefined;
  /** In a sentence: “message”, “compensation”. */
  label: string;
  /** What the inspector edits of it; absent where there is nothing to edit. */
  view?: ZodType<View>;
  read?(document: ProcessDocument, definition: DocElement, event: DocElement): View;
  /** The change that makes `read` answer `view`. */
  write?(view: View, document: ProcessDocument, definition: DocElement, event: DocElement): DocumentPatch;
  /** Where it is caught: what the event waits for. */
  catches?(context: CompileContext, definition: DocElement): Trigger[];
  /** Where it is thrown. */
  throws?(context: CompileContext, definition: DocElement): Throw[];
}

/** Declares a trigger; lets TypeScript infer the view. */
export const defineTrigger = <View>(spec: TriggerSpec<View>): TriggerSpec<View> => spec;
