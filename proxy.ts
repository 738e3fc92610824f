import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/lib/http/csp';
import { hostAllowed } from '@/lib/http/hosts';

/** Headers for every page. Never the lock: authorisation is in the use cases. */
export function proxy(request: NextRequest): NextResponse {
  if (!hostAllowed(request.headers.get('host'))) {
    const problem = {
      type: 'urn:countersign:problem:foreign-host',
      title: 'Not addressed to this server',
      status: 421,
      code: 'foreign-host',
      detail:
        'This server does not answer to that host name. Open it as localhost, or name the host in COUNTERSIGN_HOSTS.',
      errors: [],
    };
    return NextResponse.json(problem, {
      status: 421,
      headers: { 'content-type': 'application/problem+json' },
    });
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|fonts/|favicon).*)'] };
