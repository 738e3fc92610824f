import type { Behaviors } from '../core/behavior';
import { transition } from '../core/transition';
import type { Rejection } from '../core/transition-types';
import type { Decide } from './commit/plan';
import type { ExecutableCache } from './executable-cache';
import type { Addressed, Outcome } from './ports';

/** Stands for "not now": nothing is written, the version is loaded, and the command is sent again. */
const NOT_LOADED: Rejection = {
  ok: false,
  code: 'invalid-input',
  message: 'The version of this instance is being loaded.',
};

/** Computes transitions under the lock with the executables at hand, and fetches those that were missing. */
export class Decider {
  private readonly missing = new Map<string, { versionId: string; processKey: string }>();

  constructor(
    private readonly executables: ExecutableCache,
    private readonly behaviors: Behaviors,
  ) {}

  readonly decide: Decide = ({ addressed, state, at }) => {
    const version = state ?? addressed.create;
    if (!version) return { ok: false, code: 'invalid-input', message: 'This instance has not been started.' };
    const { versionId, processKey } = version;
    const executable = this.executables.peek(versionId, processKey);
    if (!executable) {
      this.missing.set(addressed.instanceId, { versionId, processKey });
      return NOT_LOADED;
    }
    return transition(executable, state, { ...addressed.command, at }, this.behaviors);
  };

  /** Was this outcome only a missing version? */
  isNotLoaded(outcome: Outcome): boolean {
    return outcome === NOT_LOADED;
  }

  /** Loads what the last attempt lacked. @throws when the version does not exist or does not compile */
  async load({ instanceId }: Addressed): Promise<void> {
    const wanted = this.missing.get(instanceId);
    this.missing.delete(instanceId);
    if (wanted) await this.executables.get(wanted.versionId, wanted.processKey);
  }
}
