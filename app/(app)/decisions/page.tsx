import { redirect } from 'next/navigation';
import { RefusedPage } from '@/components/common/refused-page';
import { DecisionList } from '@/components/decisions/decision-list';
import { listDecisions } from '@/lib/decisions/queries';
import { onPage, pageFrame } from '@/lib/http/page';

export const metadata = { title: 'Decisions' };

/** Every stored decision; `?decision=<id>` leads to the newest file that holds it, with `&edit=table` to
 * its editor. */
export default async function DecisionsPage({
  searchParams,
}: {
  searchParams: Promise<{ decision?: string; edit?: string }>;
}) {
  const { decision, edit } = await searchParams;
  const [result, { permissions }] = await Promise.all([
    onPage('/decisions', (context) => listDecisions(context, {})),
    pageFrame(),
  ]);
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { items } = result.value;
  const holding = items.filter(({ decisionIds }) => decision && decisionIds.includes(decision));
  const [newest] = holding.sort((a, b) => b.storedAt.localeCompare(a.storedAt));
  if (decision && newest) {
    const file = `/decisions/${encodeURIComponent(newest.key)}`;
    const id = encodeURIComponent(decision);
    redirect(edit === 'table' ? `${file}/edit?decision=${id}` : `${file}#${id}`);
  }
  return (
    <DecisionList
      items={items}
      mayEdit={permissions.includes('models.edit')}
      {...(decision && { missing: decision })}
    />
  );
}
