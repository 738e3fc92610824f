import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EnvelopeError, open, rewrap, seal } from './envelope';
import { hostMatches, hostProblem } from './hosts';
import { keyRing } from './kek';
import { Redactor } from './redact';

const KEK = randomBytes(32).toString('base64');
const NEXT = randomBytes(32).toString('hex');
const ring = keyRing({ NODE_ENV: 'test', COUNTERSIGN_KEK: KEK });

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof EnvelopeError) return error.code;
    throw error;
  }
  return 'opened';
};

describe('envelopes', () => {
  it('open to what was sealed, and hold nothing of it in the clear', () => {
    const sealed = seal('canary-5521 ✓', 'secret X', ring);
    expect(Buffer.from(sealed.ciphertext).toString('latin1')).not.toContain('canary');
    expect(open(sealed, 'secret X', ring)).toBe('canary-5521 ✓');
  });

  it('have a key and a nonce of their own each time', () => {
    const [one, other] = [seal('same', 'x', ring), seal('same', 'x', ring)];
    expect(Buffer.compare(one.ciphertext, other.ciphertext)).not.toBe(0);
    expect(Buffer.compare(one.wrappedKey, other.wrappedKey)).not.toBe(0);
  });

  it('refuse what was altered, cut short, moved to another row, or sealed with a foreign key', () => {
    const sealed = seal('value', 'secret X', ring);
    for (const part of ['ciphertext', 'wrappedKey'] as const) {
      for (let at = 0; at < sealed[part].length; at++) {
        const bytes = sealed[part].slice();
        bytes[at] = bytes[at]! ^ 1;
        expect(codeOf(() => open({ ...sealed, [part]: bytes }, 'secret X', ring))).toBe('altered');
      }
    }
    expect(codeOf(() => open({ ...sealed, ciphertext: new Uint8Array(20) }, 'secret X', ring))).toBe(
      'altered',
    );
    expect(codeOf(() => open(sealed, 'secret Y', ring))).toBe('altered');
    const foreign = keyRing({ NODE_ENV: 'test', COUNTERSIGN_KEK: NEXT });
    expect(codeOf(() => open(sealed, 'secret X', foreign))).toBe('unknown-kek');
  });

  it('survive a new key-encryption key, and need the old one no more once wrapped again', () => {
    const sealed = seal('value', 'x', ring);
    const both = keyRing({ NODE_ENV: 'test', COUNTERSIGN_KEK: NEXT, COUNTERSIGN_KEK_PREVIOUS: KEK });
    expect(open(sealed, 'x', both)).toBe('value');
    const again = rewrap(sealed, 'x', both);
    expect(again.ciphertext).toBe(sealed.ciphertext);
    expect(open(again, 'x', keyRing({ NODE_ENV: 'test', COUNTERSIGN_KEK: NEXT }))).toBe('value');
  });

  it.each(['', 'short', `${KEK}AAAA`])('refuse “%s” as a key', (text) => {
    expect(() => keyRing({ NODE_ENV: 'test', COUNTERSIGN_KEK: text })).toThrow('COUNTERSIGN_KEK');
  });
});

describe('hosts of a secret', () => {
  it.each([
    ['api.example.com', 'https://api.example.com/x', true],
    ['api.example.com', 'https://API.Example.com./x', true],
    ['api.example.com', 'https://api.example.com.evil.test/', false],
    ['api.example.com', 'https://evil-api.example.com/', false],
    ['api.example.com', 'https://evil.test/?api.example.com', false],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['*.example.com', 'https://example.com/', false],
    ['*.example.com', 'https://badexample.com/', false],
    ['api.example.com:8443', 'https://api.example.com/', false],
    ['api.example.com:8443', 'https://api.example.com:8443/', true],
    ['api.example.com:443', 'https://api.example.com/', true],
    ['[::1]:80', 'http://[::1]/', true],
  ])('%s and %s: %s', (host, url, allowed) => {
    expect(hostProblem(host)).toBeUndefined();
    expect(hostMatches([host], new URL(url))).toBe(allowed);
  });

  it.each(['', '*', 'https://a.test', 'a.test/path', 'a b', '*.*.test', 'user@a.test'])(
    '“%s” is none',
    (host) => {
      expect(hostProblem(host)).toBeDefined();
    },
  );
});

describe('redaction', () => {
  it('finds values as they are, in URLs, in JSON and in base64', () => {
    const redactor = new Redactor(['can"ary/5521', '']);
    const text = JSON.stringify({
      plain: 'can"ary/5521',
      url: encodeURIComponent('can"ary/5521'),
      base64: Buffer.from('can"ary/5521').toString('base64'),
    });
    expect(redactor.text(text)).toBe('{"plain":"•••","url":"•••","base64":"•••"}');
    expect(redactor.json({ a: ['x can"ary/5521'], 'can"ary/5521': 1 })).toEqual({ a: ['x •••'], '•••': 1 });
  });
});
