import { randomFillSync } from 'node:crypto';

const BYTES = 16;
const pool = Buffer.alloc(BYTES * 512);
let used = pool.length;

/** Sixteen random bytes; drawn from the system many at a time, because each call to it costs microseconds. */
export function randomSlice(): Buffer {
  const from = draw();
  return Buffer.from(pool.subarray(from, from + BYTES));
}

/** 128 random bits as text. */
export function randomText(): string {
  const from = draw();
  return pool.toString('base64url', from, from + BYTES);
}

/** Where the next unused bytes begin. */
function draw(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return used - BYTES;
}
