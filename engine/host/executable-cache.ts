import type { Executable } from '../core/model';
import type { ExecutableSource } from './ports';

const MAX_KEPT = 500;

/** Executables at hand, because a transition under a lock can't wait for one. Versions never change. */
export class ExecutableCache {
  private readonly kept = new Map<string, Executable>();

  constructor(private readonly source: ExecutableSource) {}

  /** Without waiting; undefined when it has to be loaded first. */
  peek(versionId: string, processKey: string): Executable | undefined {
    return this.kept.get(`${versionId}\n${processKey}`);
  }

  /** @throws when the version does not exist or does not compile */
  async get(versionId: string, processKey: string): Promise<Executable> {
    const known = this.peek(versionId, processKey);
    if (known) return known;
    const executable = await this.source.get(versionId, processKey);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size >= MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(`${versionId}\n${processKey}`, executable);
    return executable;
  }
}
