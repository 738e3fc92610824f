// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

const ESCAPES = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gsu;
/** @type {Record<string, string>} */
const LETTERS = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/**
 * The value of a string literal (DMN 1.5, grammar rule 35): an escape that is none stays as it is written, which is
 * what regular expressions in FEEL rely on.
 * @param {string} literal with its quotation marks
 */
export function unquote(literal) {
  return literal.slice(1, -1).replace(ESCAPES, (written, four, six, letter) => {
    if (letter !== undefined) return LETTERS[letter] ?? written;
    const code = Number.parseInt(four ?? six, 16);
    return code > 0x10ffff ? written : String.fromCodePoint(code);
  });
}
