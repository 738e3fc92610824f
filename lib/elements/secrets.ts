/** Shapes of credentials that providers issue, and assignments of long values to words for them. */
const SHAPES = [
  /\bsk-[A-Za-z0-9_-]{16,}/,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bBearer\s+[A-Za-z0-9._~+/-]{16,}/,
  /(?:api[_-]?key|token|secret|password|passwd)["']?\s*[:=]\s*["']?[A-Za-z0-9+/_-]{12,}/i,
];

/** Whether a text contains what looks like a credential. */
export const looksSecret = (text: string): boolean => SHAPES.some((shape) => shape.test(text));
