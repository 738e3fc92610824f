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
  let size = HEADER_BYTES + values.length * 4;
  const lengths = values.map((value) => (value === null ? -1 : Buffer.byteLength(value)));
  for (const length of lengths) size += Math.max(length, 0);
  const buffer = header(size, OID.text, values.length);
  let offset = HEADER_BYTES;
  for (const [index, value] of values.entries()) {
    offset = buffer.writeInt32BE(lengths[index]!, offset);
    if (value !== null) offset += buffer.write(value, offset);
  }
  return buffer;
}

/** A column of 32-bit integers; null is SQL NULL. */
export function intArray(values: readonly (number | null)[]): Buffer {
  return fixed(values, OID.int4, 4, (buffer, value, offset) => buffer.writeInt32BE(value, offset));
}

export function boolArray(values: readonly boolean[]): Buffer {
  return fixed(values, OID.bool, 1, (buffer, value, offset) => buffer.writeUInt8(value ? 1 : 0, offset));
}

/** A column of moments, given as RFC 3339 text; null is SQL NULL. */
export function timeArray(values: readonly (string | null)[]): Buffer {
  return fixed(values, OID.timestamptz, 8, (buffer, value, offset) =>
    buffer.writeBigInt64BE(BigInt(Date.parse(value) - EPOCH_2000_MS) * 1000n, offset),
  );
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
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(1, 4); // may hold nulls
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // lower bound
  return buffer;
}

function emptyArray(oid: number): Buffer {
  const buffer = Buffer.alloc(12);
  buffer.writeInt32BE(oid, 8);
  return buffer;
}
