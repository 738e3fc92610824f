import { notFound } from 'next/navigation';
import { RefusedPage } from '@/components/common/refused-page';
import { LazyDecisionEditor } from '@/components/decisions/editor/lazy-editor';
import { exportDecisions, listDecisionVersions } from '@/lib/decisions/queries';
import { readDmn } from '@/lib/dmn';
import { tableIn } from '@/lib/dmn/editing';
import { onPage, pageFrame } from '@/lib/http/page';
import { fileKeyOf } from '../file-page';

export const metadata = { title: 'Edit decision' };

interface EditPageProps {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ decision?: string }>;
}

/** The tables of the newest version of a DMN file to edit; `?decision=<id>` opens its table first. */
export default async function EditDecisionPage({ params, searchParams }: EditPageProps) {
  const key = fileKeyOf((await params).key);
  const { decision } = await searchParams;
  const [result, { permissions }] = await Promise.all([
    onPage(`/decisions/${encodeURIComponent(key)}/edit`, async (context) => {
      const { items } = await listDecisionVersions(context, { key });
      const version = items[0]?.version ?? notFound();
      return { version, ...(await exportDecisions(context, { key, version })) };
    }),
    pageFrame(),
  ]);
  if (!result.ok) return <RefusedPage message={result.message} />;
  if (!permissions.includes('models.edit'))
    return <RefusedPage message="You may look at decisions, not edit them. A designer can." />;
  const reading = readDmn(result.value.xml);
  if (!reading.ok) return <RefusedPage message={reading.message} />;
  const tables = reading.model.nodes.filter(({ id }) => tableIn(reading.model, id) !== undefined);
  const first = tables.find(({ id }) => id === decision) ?? tables[0];
  if (!first)
    return (
      <RefusedPage message="This file holds no decision table. Other kinds of logic are edited in a DMN tool." />
    );
  return (
    <LazyDecisionEditor
      fileKey={key}
      version={result.value.version}
      source={result.value.xml}
      decision={first.id}
    />
  );
}
