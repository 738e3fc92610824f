import { RefusedPage } from '@/components/common/refused-page';
import { Inbox } from '@/components/inbox/inbox';
import { inboxHref } from '@/components/inbox/words';
import { scopeOf } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors/app-error';
import { onPage, pageFrame } from '@/lib/http/page';
import { countTasks } from '@/lib/tasks/count';
import { getTask, listTasks } from '@/lib/tasks/queries';
import { TASK_VIEWS, type TaskView } from '@/lib/tasks/types';
import type { CallContext } from '@/lib/usecase/context';

export const metadata = { title: 'Inbox' };

/** A task that isn't there, or isn't theirs, is said in its pane; the list stays usable. */
async function taskOrNothing(context: CallContext, taskId: string | undefined) {
  if (!taskId) return null;
  try {
    return await getTask(context, { taskId });
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return null;
    throw error;
  }
}

/** The approval inbox; `/inbox/<task>` opens one. */
export default async function InboxPage({
  params,
  searchParams,
}: {
  params: Promise<{ taskId?: string[] }>;
  searchParams: Promise<{ view?: string; q?: string }>;
}) {
  const [{ taskId: path }, query, { principal, permissions }] = await Promise.all([
    params,
    searchParams,
    pageFrame(),
  ]);
  const decides = permissions.includes('tasks.decide');
  const view: TaskView = TASK_VIEWS.find((one) => one === query.view) ?? (decides ? 'mine' : 'groups');
  const q = query.q?.trim().slice(0, 200) ?? '';
  const opened = path?.[0] === undefined ? undefined : decodeURIComponent(path[0]);
  const result = await onPage(inboxHref(view, q, opened), async (context) => {
    const [list, counts] = await Promise.all([
      listTasks(context, { view, limit: 100, ...(q ? { q } : {}) }),
      countTasks(context, {}),
    ]);
    return { list, counts, detail: await taskOrNothing(context, opened ?? list.items[0]?.taskId) };
  });
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { list, counts, detail } = result.value;
  return (
    <Inbox
      key={`${principal?.id} ${view} ${q}`}
      view={view}
      q={q}
      items={list.items}
      more={list.nextCursor !== null}
      counts={counts}
      detail={detail}
      me={{ id: principal?.id ?? '', name: principal?.name ?? '' }}
      decides={decides}
      seesAll={scopeOf(principal?.roles ?? [], 'tasks.see') === 'all'}
      linked={permissions.includes('instances.see')}
      now={Date.now()}
    />
  );
}
