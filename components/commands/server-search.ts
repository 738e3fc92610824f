import { apiGet } from '@/components/common/api-client';
import type { Command, CommandGroup } from './sources';

type Go = (href: string) => void;

interface Processes {
  items: { processId: string; name: string; key: string; retired: boolean }[];
}
interface Instances {
  items: { instanceId: string; title: string | null; processName: string; status: string }[];
}
interface People {
  items: { personId: string; name: string; email: string; roles: string[] }[];
}

/**
 * Processes, instances and people that the text finds. Only what the permissions allow is asked for; the server
 * decides again, and a refusal is an empty group.
 */
export function searchServer(
  typed: string,
  permissions: readonly string[],
  go: Go,
  signal: AbortSignal,
): Promise<CommandGroup[]> {
  const ask = async <Body>(path: string): Promise<Body | null> => {
    const answer = await apiGet<Body>(path, signal);
    return answer.ok ? answer.body : null;
  };
  const q = encodeURIComponent(typed);
  return Promise.all(
    [
      { needs: 'models.see', find: async () => processes(await ask(`/processes?limit=8&q=${q}`), go) },
      { needs: 'instances.see', find: async () => instances(await ask(`/instances?limit=8&q=${q}`), go) },
      { needs: 'settings.see', find: async () => people(await ask('/people?limit=200'), typed, go) },
    ]
      .filter(({ needs }) => permissions.includes(needs))
      .map(({ find }) => find()),
  );
}

const processes = (body: Processes | null, go: Go): CommandGroup => ({
  heading: 'Processes',
  commands: (body?.items ?? []).map(
    ({ processId, name, key, retired }): Command => ({
      id: `process ${processId}`,
      label: name,
      hint: retired ? 'retired' : key,
      run: () => go(`/processes/${processId}`),
    }),
  ),
});

const instances = (body: Instances | null, go: Go): CommandGroup => ({
  heading: 'Instances',
  commands: (body?.items ?? []).map(
    ({ instanceId, title, processName, status }): Command => ({
      id: `instance ${instanceId}`,
      label: title ?? processName,
      hint: title ? `${processName}, ${status}` : status,
      run: () => go(`/instances/${instanceId}`),
    }),
  ),
});

const people = (body: People | null, typed: string, go: Go): CommandGroup => ({
  heading: 'People',
  commands: (body?.items ?? [])
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, 8)
    .map(
      ({ personId, name, roles }): Command => ({
        id: `person ${personId}`,
        label: name,
        hint: roles.join(', '),
        run: () => go('/settings/people'),
      }),
    ),
});
