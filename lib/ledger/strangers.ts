import 'server-only';
import { db } from '@/lib/db/client';
import { appendLedger } from './append';

interface Bucket {
  minute: number;
  count: number;
  useCases: Set<string>;
}

const MINUTE_MS = 60_000;
const MAX_ADDRESSES = 10_000;
const holder = globalThis as {
  countersignStrangers?: Map<string, Bucket>;
  countersignStrangersTimer?: NodeJS.Timeout;
};
holder.countersignStrangers ??= new Map();
const buckets = holder.countersignStrangers;

/** Counts one anonymous refusal; written as one event per address and minute by `flushStrangers`. */
export function countStranger(address: string, useCaseName: string): void {
  const minute = Math.floor(Date.now() / MINUTE_MS);
  const key = buckets.size >= MAX_ADDRESSES && !buckets.has(address) ? 'others' : address;
  const bucket = buckets.get(key) ?? { minute, count: 0, useCases: new Set<string>() };
  bucket.count += 1;
  if (bucket.useCases.size < 20) bucket.useCases.add(useCaseName);
  buckets.set(key, bucket);
  if (!holder.countersignStrangersTimer) {
    holder.countersignStrangersTimer = setTimeout(flushQuietly, MINUTE_MS);
    holder.countersignStrangersTimer.unref();
  }
}

/** While the database is away the counts are kept and written a minute later. */
function flushQuietly(): void {
  flushStrangers().catch(() => {
    holder.countersignStrangersTimer = setTimeout(flushQuietly, MINUTE_MS);
    holder.countersignStrangersTimer.unref();
  });
}

/** Writes what was counted. Called every minute while there is something, and when the process drains. */
export async function flushStrangers(): Promise<void> {
  clearTimeout(holder.countersignStrangersTimer);
  holder.countersignStrangersTimer = undefined;
  for (const [address, bucket] of [...buckets.entries()]) {
    buckets.delete(address);
    try {
      await write(address, bucket);
    } catch (error) {
      putBack(address, bucket);
      throw error;
    }
  }
}

function putBack(address: string, bucket: Bucket): void {
  const meanwhile = buckets.get(address);
  bucket.count += meanwhile?.count ?? 0;
  for (const useCase of meanwhile?.useCases ?? []) bucket.useCases.add(useCase);
  buckets.set(address, bucket);
}

async function write(address: string, bucket: Bucket): Promise<void> {
  await db().$transaction((tx) =>
    appendLedger(tx, {
      stream: 'auth',
      actor: { kind: 'service', id: `address:${address}`, name: 'Stranger', via: 'system' },
      cause: 'strangers',
      events: [
        {
          type: 'strangers.refused',
          data: {
            address,
            count: bucket.count,
            useCases: [...bucket.useCases],
            minute: new Date(bucket.minute * MINUTE_MS).toISOString(),
          },
        },
      ],
    }),
  );
}
