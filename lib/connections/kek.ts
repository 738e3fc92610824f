import { createHash } from 'node:crypto';

/** A key that encrypts data keys. The id is derived from it, so that a stored secret names the key it needs. */
export interface Kek {
  id: string;
  key: Buffer;
}

const BYTES = 32;

function parseKey(text: string): Buffer | null {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex');
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed) ? Buffer.from(trimmed, 'base64') : null;
}

const named = (key: Buffer): Kek => ({
  id: createHash('sha256').update('countersign key-encryption key').update(key).digest('hex').slice(0, 16),
  key,
});

/**
 * The key-encryption keys of this installation: `COUNTERSIGN_KEK` (32 bytes in base64 or hex), then those of
 * `COUNTERSIGN_KEK_PREVIOUS` (separated by commas), which only open what is old.
 * @throws Error when there is none, or one is no such key
 */
export function keyRing(env: NodeJS.ProcessEnv = process.env): [Kek, ...Kek[]] {
  if (!env.COUNTERSIGN_KEK)
    throw new Error(
      'COUNTERSIGN_KEK is not set: start through `npm start`, `npm run dev` or `npm run worker`.',
    );
  const read = (name: string, text: string): Kek => {
    const key = parseKey(text);
    if (!key) throw new Error(`${name} must be ${BYTES} bytes, written in base64 or hex.`);
    return named(key);
  };
  const previous = (env.COUNTERSIGN_KEK_PREVIOUS ?? '').split(',').filter((each) => each.trim() !== '');
  return [
    read('COUNTERSIGN_KEK', env.COUNTERSIGN_KEK),
    ...previous.map((text) => read('COUNTERSIGN_KEK_PREVIOUS', text)),
  ];
}
