import 'server-only';
import { compile } from '@/engine/compile/compile';
import type { Executable } from '@/engine/core/model';
import type { ExecutableSource } from '@/engine/host/ports';
import { db } from '@/lib/db/client';
import { compileRegistry } from '@/lib/elements/compile-registry';
import { asDocument } from './store-model';

const MAX_CACHED = 500;
const cache = new Map<string, Promise<Executable>>();

async function load(versionId: string, processKey: string): Promise<Executable> {
  const version = await db().processVersion.findUnique({ where: { id: versionId } });
  if (!version) throw new Error(`version ${versionId} does not exist`);
  const result = compile(asDocument(version.document), {
    versionId,
    checksum: version.checksum,
    processKey,
    registry: compileRegistry,
  });
  const executable = result.ok ? result.executables[0] : undefined;
  if (!executable) throw new Error(`process ${processKey} of version ${versionId} does not compile`);
  return executable;
}

/** Compiles a version once a process; versions never change, so nothing here goes stale. */
export const executableSource: ExecutableSource = {
  get(versionId, processKey) {
    const key = `${versionId}\0${processKey}`;
    const known = cache.get(key);
    if (known) return known;
    const loading = load(versionId, processKey);
    loading.catch(() => cache.delete(key));
    cache.set(key, loading);
    const oldest = cache.keys().next().value;
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return loading;
  },
};
