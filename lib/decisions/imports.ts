import 'server-only';
import { db } from '@/lib/db/client';
import { type DmnModel, readDmn } from '@/lib/dmn';

/** Files one decision may be spread over. */
const MOST = 20;

/**
 * A model with the latest stored versions of those it imports, directly and through others.
 * @param before leaves out versions from this position on
 */
export async function withImports(model: DmnModel, before?: bigint): Promise<DmnModel[]> {
  const models = new Map([[model.namespace, model]]);
  const wanted = model.imports.map(({ namespace }) => namespace);
  for (let namespace = wanted.pop(); namespace !== undefined; namespace = wanted.pop()) {
    if (models.has(namespace) || models.size >= MOST) continue;
    const row = await db().decisionVersion.findFirst({
      where: { namespace, ...(before !== undefined && { position: { lt: before } }) },
      orderBy: { position: 'desc' },
    });
    const read = row && readDmn(row.source);
    // what is missing is told by the requirement that needs it
    if (!read?.ok) continue;
    models.set(namespace, read.model);
    wanted.push(...read.model.imports.map((one) => one.namespace));
  }
  return [...models.values()];
}
