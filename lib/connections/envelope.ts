import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Kek } from './kek';

/** A value encrypted with a key of its own, and that key encrypted with the key-encryption key of this id. */
export interface Sealed {
  ciphertext: Uint8Array<ArrayBuffer>;
  wrappedKey: Uint8Array<ArrayBuffer>;
  kekId: string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The value can't be read: the key is missing, or the row was altered or belongs to something else. */
export class EnvelopeError extends Error {
  constructor(
    readonly code: 'unknown-kek' | 'altered',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'EnvelopeError';
  }
}

/**
 * Encrypts with AES-256-GCM under a fresh data key.
 * @param about what the value belongs to; opening it for anything else fails (additional authenticated data)
 */
export function seal(value: string, about: string, [kek]: readonly [Kek, ...Kek[]]): Sealed {
  const dataKey = randomBytes(KEY_BYTES);
  return {
    ciphertext: encrypt(Buffer.from(value, 'utf8'), dataKey, about),
    wrappedKey: encrypt(dataKey, kek.key, aboutKey(about, kek.id)),
    kekId: kek.id,
  };
}

/** @throws EnvelopeError */
export function open(sealed: Sealed, about: string, ring: readonly Kek[]): string {
  return decrypt(sealed.ciphertext, unwrap(sealed, about, ring), about).toString('utf8');
}

/** The same value under today's key-encryption key; the value itself is not decrypted. @throws EnvelopeError */
export function rewrap(sealed: Sealed, about: string, ring: readonly [Kek, ...Kek[]]): Sealed {
  const [kek] = ring;
  const wrappedKey = encrypt(unwrap(sealed, about, ring), kek.key, aboutKey(about, kek.id));
  return { ...sealed, wrappedKey, kekId: kek.id };
}

function unwrap(sealed: Sealed, about: string, ring: readonly Kek[]): Buffer {
  const kek = ring.find(({ id }) => id === sealed.kekId);
  if (!kek)
    throw new EnvelopeError(
      'unknown-kek',
      `It was encrypted with the key ${sealed.kekId}, which is not here.`,
    );
  return decrypt(sealed.wrappedKey, kek.key, aboutKey(about, kek.id));
}

const aboutKey = (about: string, kekId: string): string => `${kekId}\0${about}`;

function encrypt(plain: Buffer, key: Buffer, about: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(about));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Uint8Array.from(Buffer.concat([iv, cipher.getAuthTag(), text]));
}

function decrypt(sealed: Uint8Array, key: Buffer, about: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  try {
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new EnvelopeError('altered', 'It can not be decrypted: it was altered or moved.', error);
  }
}
