import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ProcessDocument } from '@/lib/document';

/** A draft that the server hasn't got yet. */
export interface KeptDraft {
  document: ProcessDocument;
  /** The revision it was made from. */
  revision: number;
  /** The document of that revision, for merging with what others saved; drafts kept by older pages lack it. */
  base?: ProcessDocument;
  changes: number;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: KeptDraft };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Browsers without storage (private windows of some) work on without it. */
async function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('countersign', 1, { upgrade: (db) => void db.createObjectStore('drafts') });
  return opened;
}

/** Opens the storage ahead of need, while the draft is on its way. */
export function openStorage(): void {
  void database().catch(() => undefined);
}

/** Keeps changes in this browser until they are saved. */
export async function keepDraft(processId: string, draft: KeptDraft): Promise<void> {
  await database()
    .then((db) => db.put('drafts', draft, processId))
    .catch(() => undefined);
}

/** Forgets kept changes: the server has them. */
export async function forgetDraft(processId: string): Promise<void> {
  await database()
    .then((db) => db.delete('drafts', processId))
    .catch(() => undefined);
}

/** Changes kept from before, for example after the tab was closed while offline. */
export async function keptDraft(processId: string): Promise<KeptDraft | undefined> {
  return database()
    .then((db) => db.get('drafts', processId))
    .catch(() => undefined);
}
