import { bareHost, portOf } from '@/lib/outbound/allow-list';

const NAME = /^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$|^\[[0-9a-f:.]+\](?::\d{1,5})?$/;

/** Why a text names no host a secret can be bound to; undefined when it does. */
export function hostProblem(host: string): string | undefined {
  if (NAME.test(host.toLowerCase())) return undefined;
  return `“${host}” is no host. Write it as api.example.com, api.example.com:8443 or *.example.com.`;
}

/** Whether a secret bound to these hosts may be sent to a URL: exact names, `*.` for any name below, `:port` optional. */
export function hostMatches(hosts: readonly string[], url: URL): boolean {
  const host = bareHost(url.hostname);
  const port = portOf(url);
  return hosts.some((entry) => {
    const [, name = '', boundPort] = /^(.*?)(?::(\d{1,5}))?$/.exec(entry.toLowerCase()) ?? [];
    if (boundPort !== undefined && boundPort !== port) return false;
    if (name.startsWith('*.')) return host.endsWith(name.slice(1)) && host.length > name.length - 1;
    return bareHost(name) === host;
  });
}
