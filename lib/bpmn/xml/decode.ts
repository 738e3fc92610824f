import { ImportRefused } from '../problems';

/**
 * The text of an XML file in whatever encoding it declares: a byte order mark decides, then the XML
 * declaration, then UTF-8 (XML 1.0 appendix F). Refuses bytes the encoding doesn't allow.
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = byteOrderMark(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const decoder = decoderFor(encoding);
  try {
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, windows1252) : text;
  } catch {
    throw new ImportRefused({
      code: 'bad-encoding',
      message: `The file says it is ${encoding.toUpperCase()}, but its bytes are not. Save it again with the right encoding.`,
      line: 1,
    });
  }
}

/** Bytes 80 to 9F of WINDOWS-1252, which Node 20 decodes as if they were ISO-8859-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (char: string): string => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80);

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new ImportRefused({
      code: 'bad-encoding',
      message: `The encoding “${encoding}” can't be read here. Save the file as UTF-8.`,
      line: 1,
    });
  }
}
