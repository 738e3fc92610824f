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

/** As it is stored: with documents as JSON text, or, by older pages, as they are. */
interface StoredDraft extends Omit<KeptDraft, 'document' | 'base'> {
  document: string | ProcessDocument;
  base?: string | ProcessDocument;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
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
    .then((db) => db.put('drafts', packed(draft), processId))
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
    .then((stored) => stored && unpacked(stored))
    .catch(() => undefined);
}

/** A revision is the base of many changes, and its text the same for all; older ones aren't held on to. */
let lastBase: { of: ProcessDocument; text: string } | undefined;

function baseText(of: ProcessDocument): string {
  if (lastBase?.of !== of) lastBase = { of, text: JSON.stringify(of) };
  return lastBase.text;
}

/** Text is copied into the storage at once; copying the objects of a large drawing holds the page up. */
export const packed = ({ document, base, ...rest }: KeptDraft): StoredDraft => ({
  ...rest,
  document: JSON.stringify(document),
  ...(base && { base: baseText(base) }),
});

/** @throws SyntaxError for text that is no document */
export const unpacked = ({ document, base, ...rest }: StoredDraft): KeptDraft => ({
  ...rest,
  document: read(document),
  ...(base !== undefined && { base: read(base) }),
});

const read = (stored: string | ProcessDocument): ProcessDocument =>
  typeof stored === 'string' ? (JSON.parse(stored) as ProcessDocument) : stored;
