import type { Json } from './json';
import type { Expression } from './model';

/** What a timer may ask while it is set; a subset of a behaviour's step. */
export interface TimerStep {
  readonly now: string;
  evaluate(expression: Expression, what: string): Json;
  raiseIncident(code: 'evaluation', message: string): never;
}

/**
 * What an event waits for: one compiled event definition (BPMN 2.0.2, 10.5.5). `error`, `escalation`,
 * `compensation` and `cancel` are looked up when they are thrown; the others listen with a wait of their own.
 */
export type Trigger =
  | {
      type: 'timer';
      /** `data` is kept with the listener for the next firing. */
      first(step: TimerStep, label: string): { dueAt: string; data?: Json };
      /** When a cycle fires next after `dueAt`; null when it is over. */
      next(data: Json | undefined, dueAt: string, now: string): { dueAt: string; data: Json } | null;
    }
  | { type: 'message'; name: Expression; correlation: Correlation }
  | { type: 'signal'; name: Expression }
  | { type: 'condition'; condition: Expression; only?: ChangeFilter }
  | { type: 'error' | 'escalation'; code: string | null; codeVariable?: string; messageVariable?: string }
  | { type: 'compensation' }
  | { type: 'cancel' };

/** The changes of variables that a condition is looked at for: of these names, of these kinds; of any where absent. */
export interface ChangeFilter {
  names?: readonly string[];
  how?: readonly ('create' | 'update')[];
}

/**
 * How a message finds its receiver. `conversation`: between the pools of one collaboration, the instances that
 * began in one conversation; `none`: whoever waits longest. `ifKnown`: by none while there is nothing to make a key of.
 */
export type Correlation =
  | { by: 'key'; key: Expression; ifKnown?: true }
  | { by: 'conversation' }
  | { by: 'none' };

/** What an event sends or throws: one compiled event definition. */
export type Throw =
  | {
      type: 'message';
      name: Expression;
      correlation: Correlation;
      /** Milliseconds that an uncaught message is kept; null takes the installation's default. */
      timeToLive: number | null;
    }
  | { type: 'signal'; name: Expression }
  | { type: 'error'; code: Expression; message: string }
  | { type: 'escalation'; code: Expression }
  | { type: 'compensation'; activity: string | null; wait: boolean }
  | { type: 'link'; targets: readonly string[] }
  | { type: 'cancel' }
  | { type: 'terminate' };

/** An error and a termination end what is around their thrower, the undoing that it waits for included. */
export const endsAll = ({ type }: Throw): boolean => type === 'error' || type === 'terminate';
