const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The host name without its port, in lower case. */
export const hostName = (host: string): string =>
  (host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.split(':')[0]!).toLowerCase();

/**
 * Whether this server answers to a Host header. Bound to loopback: local names, those of `COUNTERSIGN_HOSTS` and of
 * `NEXTAUTH_URL`. A foreign page that points its own name at us (DNS rebinding) is refused. Bound elsewhere without
 * `COUNTERSIGN_HOSTS`, any name.
 */
export function hostAllowed(host: string | null, env: NodeJS.ProcessEnv = process.env): boolean {
  if (!host) return false;
  const name = hostName(host);
  const named = (env.COUNTERSIGN_HOSTS ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);
  if (LOOPBACK.has(name) || named.includes(name)) return true;
  if (env.NEXTAUTH_URL && new URL(env.NEXTAUTH_URL).hostname.toLowerCase() === name) return true;
  const loopback = ['127.0.0.1', 'localhost', '::1'].includes(env.HOST ?? '127.0.0.1');
  return !loopback && named.length === 0;
}
