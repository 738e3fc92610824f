import { FORWARDED_HEADER } from '@/lib/http/address';

/** The five people of demo mode. The first is signed in by "Run sample". */
export const DEMO_PEOPLE = [
  {
    id: 'demo-mia',
    name: 'Mia Lindqvist',
    title: 'Finance lead',
    email: 'mia@demo.invalid',
    roles: ['designer', 'operator', 'reviewer', 'auditor'],
    groups: ['finance', 'people', 'complaints', 'operations', 'risk'],
  },
  {
    id: 'demo-jonas',
    name: 'Jonas Weber',
    title: 'People partner',
    email: 'jonas@demo.invalid',
    roles: ['designer', 'operator', 'reviewer'],
    groups: ['people', 'complaints', 'operations', 'risk'],
  },
  {
    id: 'demo-tomas',
    name: 'Tomas Okafor',
    title: 'Operations',
    email: 'tomas@demo.invalid',
    roles: ['operator'],
    groups: [],
  },
  {
    id: 'demo-lena',
    name: 'Lena Hartmann',
    title: 'Compliance',
    email: 'lena@demo.invalid',
    roles: ['auditor'],
    groups: [],
  },
  {
    id: 'demo-priya',
    name: 'Priya Raman',
    title: 'Administrator',
    email: 'priya@demo.invalid',
    roles: ['administrator'],
    groups: [],
  },
] as const satisfies readonly {
  id: string;
  name: string;
  title: string;
  email: string;
  roles: readonly string[];
  groups: readonly string[];
}[];

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
/** What a request must look like for demo mode; every condition is a line of security.md. */
export interface DemoRequest {
  host: string | null;
  headers: { get(name: string): string | null };
}

/** Whether this process may offer demo mode at all: embedded database and a loopback bind. */
export function demoPossible(env: NodeJS.ProcessEnv = process.env): boolean {
  const bind = env.HOST ?? '127.0.0.1';
  return (
    env.COUNTERSIGN_EMBEDDED_DB === '1' &&
    ['127.0.0.1', 'localhost', '::1'].includes(bind) &&
    env.COUNTERSIGN_DEMO !== '0'
  );
}

/**
 * Whether this request may use demo mode: a local Host header and nobody forwarding. Next adds forwarding headers of
 * its own, so our server looks before it does and says `0` when there were none; without its word there is no demo.
 */
export function demoAllowed(request: DemoRequest, env: NodeJS.ProcessEnv = process.env): boolean {
  if (!demoPossible(env) || !request.host) return false;
  const name = request.host.startsWith('[')
    ? request.host.slice(0, request.host.indexOf(']') + 1)
    : request.host.split(':')[0]!;
  return LOCAL_HOSTS.has(name.toLowerCase()) && request.headers.get(FORWARDED_HEADER) === '0';
}
