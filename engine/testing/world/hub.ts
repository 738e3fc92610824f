import type { Effect } from '../../core/effects';
import type { Actor, Input } from '../../core/inputs';
import type { Executable } from '../../core/model';
import type { WorldInstance } from './instance';

export type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

export type StartOptions = Partial<Omit<Extract<Input, { type: 'start' }>, 'type' | 'instanceId'>> & {
  actor?: Actor;
};

/** What the parts of a world ask of it. */
export interface Hub {
  readonly now: string;
  readonly executables: readonly Executable[];
  readonly instances: ReadonlyMap<string, WorldInstance>;
  /** Now and so many milliseconds, RFC 3339. */
  after(ms: number): string;
  /** A number never given before, with a prefix. */
  id(prefix: string): string;
  /** Does something after what is already waiting to be done. */
  later(move: () => void): void;
  instance(id: string): WorldInstance;
  begin(executable: Executable, options: StartOptions): WorldInstance;
  /** Hands an input to somebody who waits for it. Throws when it is refused. */
  must(instanceId: string, input: Input): void;
}

/** Names a row of an instance. */
export const rowOf = (instanceId: string, key: number): string => `${instanceId}:${key}`;
