import { randomFillSync } from 'node:crypto';

const BYTES = 16;
const pool = Buffer.alloc(BYTES * 512);
let used = pool.length;

/** Sixteen random bytes; drawn from the system many at a time, because each call to it costs microseconds. */
export function randomSlice(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return Buffer.from(pool.subarray(used - BYTES, used));
}

/** 128 random bits as text. */
export const randomText = (): string => randomSlice().toString('base64url');
