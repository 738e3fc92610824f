/**
 * Arrays in PostgreSQL's binary format. One buffer a column spares both sides the quoting and parsing of array
 * literals, which is most of the cost of a batch. `pg` sends a Buffer parameter as binary.
 */

const OID = { text: 25, int4: 23, bytea: 17, timestamptz: 1184, bool: 16 } as const;
const HEADER_BYTES = 20;
/** PostgreSQL counts microseconds from 2000-01-01. */
const EPOCH_2000_MS = 946_684_800_000;

/** A column of text; null is SQL NULL. */
export function textArray(values: readonly (string | null)[]): Buffer {
  if (values.length === 0) return emptyArray(OID.text);
  const buffer = scratch(values);
  writeHeader(buffer, OID.text, values.length);
  let offset = HEADER_BYTES;
  for (const value of values) {
    const length = value === null ? -1 : buffer.write(value, offset + 4);
    buffer.writeInt32BE(length, offset);
    offset += 4 + Math.max(length, 0);
  }
  return Buffer.from(buffer.subarray(0, offset));
}

/** Written once and copied out, so that no text has to be measured before. */
let written = Buffer.allocUnsafeSlow(1 << 18);
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const MAX_BYTES_A_UNIT = 3;

function scratch(values: readonly (string | null)[]): Buffer {
  let most = HEADER_BYTES;
  for (const value of values) most += 4 + (value === null ? 0 : value.length * MAX_BYTES_A_UNIT);
  if (most > MAX_SCRATCH) return Buffer.allocUnsafeSlow(most);
  if (most > written.length) written = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(most)));
  return written;
}
const MAX_SCRATCH = 1 << 22;

/** A column of 32-bit integers; null is SQL NULL. */
export function intArray(values: readonly (number | null)[]): Buffer {
  return fixed(values, OID.int4, 4, (buffer, value, offset) => buffer.writeInt32BE(value, offset));
}

export function boolArray(values: readonly boolean[]): Buffer {
  return fixed(values, OID.bool, 1, (buffer, value, offset) => buffer.writeUInt8(value ? 1 : 0, offset));
}

/** A column of moments, given as RFC 3339 text; null is SQL NULL. */
export function timeArray(values: readonly (string | null)[]): Buffer {
  // Most moments of a batch are one and the same.
  let text: string | undefined;
  let micros = 0n;
  return fixed(values, OID.timestamptz, 8, (buffer, value, offset) => {
    if (value !== text) micros = BigInt(Date.parse(value) - EPOCH_2000_MS) * 1000n;
    text = value;
    return buffer.writeBigInt64BE(micros, offset);
  });
}

export function byteaArray(values: readonly Buffer[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + value.length, HEADER_BYTES);
  const buffer = header(size, OID.bytea, values.length);
  let offset = HEADER_BYTES;
  for (const value of values) {
    offset = buffer.writeInt32BE(value.length, offset);
    offset += value.copy(buffer, offset);
  }
  return buffer;
}

function fixed<T>(
  values: readonly (T | null)[],
  oid: number,
  width: number,
  write: (buffer: Buffer, value: T, offset: number) => number,
): Buffer {
  const present = values.reduce((count, value) => count + (value === null ? 0 : 1), 0);
  const buffer = header(HEADER_BYTES + values.length * 4 + present * width, oid, values.length);
  let offset = HEADER_BYTES;
  for (const value of values) {
    offset = buffer.writeInt32BE(value === null ? -1 : width, offset);
    if (value !== null) offset = write(buffer, value, offset);
  }
  return buffer;
}

function header(size: number, oid: number, count: number): Buffer {
  if (count === 0) return emptyArray(oid);
  const buffer = Buffer.allocUnsafe(size);
  writeHeader(buffer, oid, count);
  return buffer;
}

function writeHeader(buffer: Buffer, oid: number, count: number): void {
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(1, 4); // may hold nulls
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // lower bound
}

function emptyArray(oid: number): Buffer {
  const buffer = Buffer.alloc(12);
  buffer.writeInt32BE(oid, 8);
  return buffer;
}
