import type { Behaviors } from '../core/behavior';
import type { Backoff } from './backoff';
import type { BatchOptions } from './batcher';
import type { DeliveryOptions } from './delivery/context';
import type { Definitions } from './delivery/ports';
import type { Alert } from './listeners';
import type { PollOptions } from './poller';
import type { EngineStore, ExecutableSource, Worker } from './ports';

export interface HostOptions {
  /** Who leases work; unique per process. */
  name?: string;
  batches?: Partial<BatchOptions>;
  backoff?: Partial<Backoff>;
  poll?: Partial<PollOptions>;
  /** Pieces of work that may run at once in this process. */
  concurrency?: number;
  /** Due timers fired in one go. */
  maxTimers?: number;
  delivery?: Partial<DeliveryOptions>;
}

export interface EngineHostParts {
  store: EngineStore;
  executables: ExecutableSource;
  behaviors: Behaviors;
  workers: readonly Worker[];
  /** Finds the processes that call activities name; without it nothing can be called. */
  definitions?: Definitions;
  options?: HostOptions;
  /** What needs a person's eye: a step that threw, a timer that can't fire, quarantined work. Printed by default. */
  onAlert?: (alert: Alert) => void;
}
