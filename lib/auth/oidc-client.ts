import 'server-only';
import { type BaseClient, generators, Issuer } from 'openid-client';

/** Longest time in which an answer can come of signing in, in seconds: with it, providers must say when that was. */
const MAX_AGE = 10 * 60;

/** What a way to the provider was made of. */
export interface Asked {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
}

/** Whether the environment names an identity provider. */
export const hasProvider = (env: NodeJS.ProcessEnv = process.env): boolean =>
  Boolean(env.COUNTERSIGN_OIDC_ISSUER && env.COUNTERSIGN_OIDC_CLIENT_ID);

async function clientOf(redirectUri: string, env: NodeJS.ProcessEnv = process.env): Promise<BaseClient> {
  const issuer = await Issuer.discover(String(env.COUNTERSIGN_OIDC_ISSUER).replace(/\/$/, ''));
  const secret = env.COUNTERSIGN_OIDC_CLIENT_SECRET;
  return new issuer.Client({
    client_id: String(env.COUNTERSIGN_OIDC_CLIENT_ID),
    redirect_uris: [redirectUri],
    response_types: ['code'],
    ...(secret ? { client_secret: secret } : { token_endpoint_auth_method: 'none' }),
  });
}

/** Where a browser is sent to be asked to sign in, whatever session the provider has (OpenID Connect Core, 3.1.2.1). */
export async function urlToProvider({ state, nonce, verifier, redirectUri }: Asked): Promise<string> {
  const client = await clientOf(redirectUri);
  return client.authorizationUrl({
    scope: 'openid',
    prompt: 'login',
    max_age: 0,
    code_challenge: generators.codeChallenge(verifier),
    code_challenge_method: 'S256',
    ...{ state, nonce, redirect_uri: redirectUri },
  });
}

/**
 * Who signed in and when, in seconds of Unix time. Issuer, audience, signature, nonce, state and code verifier are checked
 * by the library. Rejects where anything is not as it must be.
 */
export async function answerOfProvider(params: Record<string, string>, asked: Asked) {
  const client = await clientOf(asked.redirectUri);
  const { state, nonce, verifier, redirectUri } = asked;
  const tokens = await client.callback(redirectUri, params, {
    ...{ state, nonce, code_verifier: verifier, response_type: 'code' },
    max_age: MAX_AGE,
  });
  const { sub, auth_time: authenticatedAt } = tokens.claims();
  if (typeof authenticatedAt !== 'number') throw new Error('The provider does not say when it was.');
  return { subject: sub, authenticatedAt };
}
