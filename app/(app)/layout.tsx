import type { ReactNode } from 'react';
import { signOut } from '@/app/sign-out';
import { AppShell } from '@/components/shell/app-shell';
import { DEMO_PEOPLE } from '@/lib/auth/demo';
import { pageContext, pageFrame } from '@/lib/http/page';
import { countWaitingRequests } from '@/lib/processes/waiting-requests';
import { countOpenTasks } from '@/lib/tasks/count';

const titleOf = (id: string): string | undefined => DEMO_PEOPLE.find((person) => person.id === id)?.title;

/** Every page in the product's frame; what the frame shows follows from who looks. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { principal, demo, permissions } = await pageFrame();
  const context = await pageContext();
  const [inboxCount, requestCount] = await Promise.all([
    permissions.includes('tasks.see') ? countOpenTasks(context, {}) : 0,
    permissions.includes('requests.decide') ? countWaitingRequests(context, {}) : undefined,
  ]);
  const people = DEMO_PEOPLE.map(({ id, name, title }) => ({ id, name, title }));
  return (
    <AppShell
      permissions={permissions}
      person={
        principal
          ? {
              id: principal.id,
              name: principal.name,
              title: titleOf(principal.id) ?? principal.roles.join(', '),
            }
          : undefined
      }
      signOutAction={signOut}
      commands={principal !== null && principal !== undefined}
      inboxCount={inboxCount}
      requestCount={requestCount}
      demo={demo ? { people, currentId: principal?.id } : undefined}
    >
      {children}
    </AppShell>
  );
}
