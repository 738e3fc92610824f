import 'server-only';
import { db } from '@/lib/db/client';
import { extension, get, textOf } from '@/lib/document';
import { asDocument } from './store-model';

const MAX_KEPT = 2_000;
const kept = new Map<string, string | null>();

/** The tag that a version gives one of its processes (Zeebe's or Camunda 7's); null without one. Versions never change. */
export async function versionTag(versionId: string, processKey: string): Promise<string | null> {
  const key = `${versionId}\0${processKey}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const version = await db().processVersion.findUnique({
    where: { id: versionId },
    select: { document: true },
  });
  const tag = version ? tagOf(asDocument(version.document), processKey) : null;
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, tag);
  return tag;
}

function tagOf(document: ReturnType<typeof asDocument>, processKey: string): string | null {
  const written = textOf(extension(document, processKey, 'zeebe:VersionTag'), 'value');
  const attribute = get(document, processKey)?.attrs['camunda:versionTag'];
  return written ?? (attribute === undefined ? null : String(attribute));
}
