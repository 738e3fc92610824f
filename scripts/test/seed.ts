import fc from 'fast-check';

const FIXED = 20_261_129;

/**
 * Where random tests begin. The same each time, so that a suite that passed passes again on the same code;
 * `COUNTERSIGN_SEED=random` looks at cases nobody has seen yet, a number repeats a failure's.
 */
export const SEED = seedFrom(process.env.COUNTERSIGN_SEED);

/** A whole number of 31 bits. @throws for a text that is neither a number nor `random` */
export function seedFrom(text: string | undefined): number {
  if (text === undefined) return FIXED;
  if (text === 'random') return Date.now() % 2_147_483_647;
  if (/^-?\d+$/.test(text)) return Number(text);
  throw new Error(`COUNTERSIGN_SEED is a whole number or "random", not "${text}".`);
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
