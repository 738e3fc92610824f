import 'server-only';
import { getRuntime } from '@/lib/runtime';

/** Tells everybody who has a draft open that a conversation about it changed; after the commit, never inside it. */
export function tellCommented(modelId: string, threadId: string): void {
  getRuntime().presence.hub.tell({ kind: 'commented', modelId, threadId });
}
