const XML: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** HTML's names of U+00A0 to U+00FF in order: undeclared in XML, yet found in files in the wild. */
const LATIN_1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 ' +
  'acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml ' +
  'Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde ' +
  'Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ' +
  'ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide ' +
  'oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');
const HTML = new Map(LATIN_1.map((name, index) => [name, String.fromCodePoint(0xa0 + index)]));

/** What was found while decoding: names that XML doesn't have but HTML does. */
export type OnHtmlEntity = (name: string) => void;

/**
 * Replaces entity and character references.
 * @throws RangeError with a readable reason for an unknown entity, a stray `&` or a forbidden character
 */
export function decodeEntities(text: string, onHtml: OnHtmlEntity): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,8});|#[xX]([0-9a-fA-F]{1,6});|([\w.-]+);|)/g,
    (match, decimal, hex, name) => {
      if (decimal) return character(Number.parseInt(decimal, 10), match);
      if (hex) return character(Number.parseInt(hex, 16), match);
      if (name && Object.hasOwn(XML, name)) return XML[name] ?? '';
      const html = HTML.get(name);
      if (html === undefined) {
        throw new RangeError(
          name ? `the entity ${match} is not declared` : 'a bare & must be written as &amp;',
        );
      }
      onHtml(name);
      return html;
    },
  );
}

/** XML 1.0 production [2]; also what PostgreSQL can store. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
export const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function character(code: number, source: string): string {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const text = code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : '\u0000';
  if (FORBIDDEN.test(text)) throw new RangeError(`the character ${source} is not allowed in XML`);
  return text;
}
