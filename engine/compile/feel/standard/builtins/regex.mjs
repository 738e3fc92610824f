// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

const FLAGS = /^[smix]*$/;
/** Categories of XML Schema's name characters, for `\i` and `\c`. */
const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NAME_PART = `\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}${NAME_START}`;
/** Unicode blocks that patterns name as `\p{IsBasicLatin}`. @type {Record<string, string>} */
const BLOCKS = {
  BasicLatin: '\\u{0}-\\u{7F}',
  'Latin-1Supplement': '\\u{80}-\\u{FF}',
  'LatinExtended-A': '\\u{100}-\\u{17F}',
  'LatinExtended-B': '\\u{180}-\\u{24F}',
  IPAExtensions: '\\u{250}-\\u{2AF}',
  SpacingModifierLetters: '\\u{2B0}-\\u{2FF}',
  CombiningDiacriticalMarks: '\\u{300}-\\u{36F}',
  Greek: '\\u{370}-\\u{3FF}',
  GreekandCoptic: '\\u{370}-\\u{3FF}',
  Cyrillic: '\\u{400}-\\u{4FF}',
  Armenian: '\\u{530}-\\u{58F}',
  Hebrew: '\\u{590}-\\u{5FF}',
  Arabic: '\\u{600}-\\u{6FF}',
  Devanagari: '\\u{900}-\\u{97F}',
  Thai: '\\u{E00}-\\u{E7F}',
  GeneralPunctuation: '\\u{2000}-\\u{206F}',
  CurrencySymbols: '\\u{20A0}-\\u{20CF}',
  Arrows: '\\u{2190}-\\u{21FF}',
  MathematicalOperators: '\\u{2200}-\\u{22FF}',
  BoxDrawing: '\\u{2500}-\\u{257F}',
  Hiragana: '\\u{3040}-\\u{309F}',
  Katakana: '\\u{30A0}-\\u{30FF}',
  CJKUnifiedIdeographs: '\\u{4E00}-\\u{9FFF}',
  HangulSyllables: '\\u{AC00}-\\u{D7AF}',
};

/**
 * A regular expression of XPath (XQuery and XPath Functions 3.1, 5.6.1) as one of JavaScript.
 * @param {string} pattern
 * @param {string} [flags] any of s, m, i, x
 * @param {string} [more] flags for JavaScript
 * @returns {RegExp | null} null when the pattern or a flag is not valid
 */
export function compilePattern(pattern, flags = '', more = '') {
  if (!FLAGS.test(flags)) return null;
  try {
    const own = [...new Set(flags)].filter((flag) => flag !== 'x').join('');
    return new RegExp(new Translation(pattern, flags.includes('x')).translate(), `v${own}${more}`);
  } catch {
    return null;
  }
}

class Translation {
  /**
   * @param {string} pattern
   * @param {boolean} extended white space outside classes means nothing
   */
  constructor(pattern, extended) {
    this.text = extended ? stripSpaces(pattern) : pattern;
    this.at = 0;
    this.opened = 0;
    this.closed = new Set();
    /** @type {number[]} */
    this.open = [];
  }

  translate() {
    let out = '';
    while (this.at < this.text.length) out += this.next();
    return out;
  }

  next() {
    const char = this.text.charAt(this.at);
    if (char === '\\') return this.escape(false);
    if (char === '[') return this.characterClass();
    this.at += 1;
    if (char === '(') this.group();
    if (char === ')') this.closed.add(this.open.pop());
    return char;
  }

  group() {
    const capturing = this.text.charAt(this.at) !== '?';
    if (!capturing && !this.text.startsWith('?:', this.at)) throw new SyntaxError('not a group of XPath');
    if (capturing) this.opened += 1;
    this.open.push(capturing ? this.opened : 0);
  }

  /** @param {boolean} inClass */
  escape(inClass) {
    const char = this.text.charAt(this.at + 1);
    this.at += 2;
    if (/\d/.test(char)) return this.backReference(char, inClass);
    if (char === 'p' || char === 'P') return this.category(char);
    if ('nrtdDsSwW'.includes(char) && char !== '') return `\\${char}`;
    if ('icIC'.includes(char) && char !== '') return nameClass(char);
    if ('\\|.?*+(){}[]^$-/'.includes(char) && char !== '')
      return char === '-' && !inClass ? '-' : `\\${char}`;
    if (char === ' ' || char === '"') return char;
    throw new SyntaxError(`\\${char} means nothing`);
  }

  /**
   * @param {string} first
   * @param {boolean} inClass
   */
  backReference(first, inClass) {
    const number = Number(first);
    if (inClass || number === 0 || !this.closed.has(number)) throw new SyntaxError('no such group');
    return `(?:\\${first})`;
  }

  /** @param {string} letter `p` or `P` */
  category(letter) {
    const end = this.text.indexOf('}', this.at);
    const name = this.text.slice(this.at + 1, end);
    if (this.text.charAt(this.at) !== '{' || end < 0) throw new SyntaxError('a category is incomplete');
    this.at = end + 1;
    if (!name.startsWith('Is')) return `\\${letter}{${name}}`;
    const block = BLOCKS[name.slice(2)];
    if (!block) throw new SyntaxError(`the block ${name} is not known`);
    return `[${letter === 'P' ? '^' : ''}${block}]`;
  }

  /** @returns {string} */
  characterClass() {
    this.at += 1;
    let out = '[';
    if (this.text.charAt(this.at) === '^') {
      out += '^';
      this.at += 1;
    }
    let body = '';
    for (;;) {
      const char = this.text.charAt(this.at);
      if (char === '') throw new SyntaxError('a class is not closed');
      if (char === ']') break;
      if (char === '-' && this.text.charAt(this.at + 1) === '[') {
        this.at += 1;
        const subtracted = this.characterClass();
        if (this.text.charAt(this.at) !== ']') throw new SyntaxError('a subtraction must end the class');
        this.at += 1;
        return out === '[^' ? `[[^${body}]--${subtracted}]` : `[[${body}]--${subtracted}]`;
      }
      body += this.member(char, body === '');
    }
    if (body === '') throw new SyntaxError('a class is empty');
    this.at += 1;
    return `${out}${body}]`;
  }

  /**
   * @param {string} char
   * @param {boolean} first
   */
  member(char, first) {
    if (char === '\\') return this.escape(true);
    if (char === '[') throw new SyntaxError('[ must be escaped in a class');
    this.at += 1;
    if (char === '-') {
      const isRange = !first && this.text.charAt(this.at) !== ']';
      return isRange ? '-' : '\\-';
    }
    return '(){}/|&!#$%*+,.:;<=>?@^`~'.includes(char)
      ? `\\${char}`.replace(/^\\([!#%,:;<=>@`~&])$/, '\\$1')
      : char;
  }
}

/** @param {string} letter */
function nameClass(letter) {
  const set = letter.toLowerCase() === 'i' ? NAME_START : NAME_PART;
  return letter === letter.toLowerCase() ? `[${set}]` : `[^${set}]`;
}

/**
 * White space that the flag `x` takes out: everywhere but in character classes; in `\p{…}`, too.
 * @param {string} pattern
 */
function stripSpaces(pattern) {
  let out = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    const next = pattern.charAt(at + 1);
    if (char === '\\' && next !== '') {
      if (!/\s/.test(next)) {
        out += char + next;
        at += 1;
      } else out += char;
      continue;
    }
    if (char === '[') depth += 1;
    if (char === ']') depth -= 1;
    if (depth > 0 || !/\s/.test(char)) out += char;
  }
  return out;
}

/**
 * A replacement text of XPath (`$1`, `$0`, `\$`, `\\`) as a function of the match.
 * @param {string} replacement
 * @param {number} groups
 * @returns {((match: readonly string[]) => string) | null} null when the text is not valid
 */
export function compileReplacement(replacement, groups) {
  if (/(?:^|[^\\])(?:\\\\)*\\(?![\\$])|\$(?!\d)(?<!\\\$)/.test(replacement)) return null;
  return (match) =>
    replacement.replace(/\\([\\$])|\$(\d+)/g, (_, escaped, digits) => {
      if (escaped !== undefined) return escaped;
      // the longest number that names a group; digits after it are text
      let length = digits.length;
      while (length > 1 && Number(digits.slice(0, length)) > groups) length -= 1;
      return (match[Number(digits.slice(0, length))] ?? '') + digits.slice(length);
    });
}
