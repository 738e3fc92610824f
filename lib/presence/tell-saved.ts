import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { getRuntime } from '@/lib/runtime';

/** Tells everybody who has a draft open that it was saved; after the commit, never inside it. */
export function tellSaved(modelId: string, revision: number, { id, name }: Principal): void {
  getRuntime().presence.hub.tell({ kind: 'saved', modelId, saved: { revision, by: { id, name } } });
}
