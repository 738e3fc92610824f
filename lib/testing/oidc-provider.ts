import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { json, type LocalServer, localServer } from '@/lib/outbound/testing';
import { signInPage } from './oidc-page';

/** What a simulated provider says of somebody who signs in; what is absent is as it should be. */
export interface SimulatedSignIn {
  subject: string;
  /** Seconds of Unix time; now where absent, and not said at all for null. */
  authenticatedAt?: number | null;
  claims?: Record<string, unknown>;
}

export interface SimulatedProvider extends LocalServer {
  clientId: string;
  /** Somebody signs in where a browser was sent; answers the parameters it comes back with. */
  signIn(url: string, who: SimulatedSignIn): Record<string, string>;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * An OpenID provider on loopback: discovery, a page to sign in on, keys, and codes that are exchanged once, with PKCE. For
 * tests.
 */
export async function simulatedProvider(): Promise<SimulatedProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const clientId = 'countersign';
  const codes = new Map<string, { challenge: string; claims: Record<string, unknown> }>();
  const idToken = (claims: Record<string, unknown>) => {
    const text = `${encoded({ alg: 'RS256', kid: 'k' })}.${encoded(claims)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  };
  const server = await localServer((request, response) => {
    const { path, body } = request;
    const issuer = server.url;
    if (path.startsWith('/authorize')) return signInPage({ signIn }, request, response);
    if (path.startsWith('/.well-known'))
      return json(response, 200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      });
    if (path === '/keys')
      return json(response, 200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      });
    const form = new URLSearchParams(body);
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge) return json(response, 400, { error: 'invalid_grant' });
    json(response, 200, { access_token: 'a', token_type: 'Bearer', id_token: idToken(code.claims) });
  });
  const signIn = (url: string, { subject, authenticatedAt, claims }: SimulatedSignIn) => {
    const asked = new URL(url).searchParams;
    const now = Math.floor(Date.now() / 1000);
    const code = randomBytes(16).toString('hex');
    codes.set(code, {
      challenge: asked.get('code_challenge') ?? '',
      claims: {
        ...{ iss: server.url, aud: clientId, sub: subject, iat: now, exp: now + 300 },
        ...(authenticatedAt === null ? {} : { auth_time: authenticatedAt ?? now }),
        nonce: asked.get('nonce'),
        ...claims,
      },
    });
    return { code, state: asked.get('state') ?? '' };
  };
  return Object.assign(server, { clientId, signIn });
}
