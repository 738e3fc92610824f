import { notFound } from 'next/navigation';
import { RefusedPage } from '@/components/common/refused-page';
import { onPage } from '@/lib/http/page';
import { getProcess, getVersion } from '@/lib/processes/queries';
import { VersionPage } from '../../version-page';

interface Props {
  params: Promise<{ processId: string; version: string }>;
}

export async function generateMetadata({ params }: Props) {
  return { title: `Version ${(await params).version}` };
}

/** A published version. */
export default async function PublishedVersionPage({ params }: Props) {
  const { processId, version } = await params;
  if (!/^[1-9]\d{0,8}$/.test(version)) notFound();
  const number = Number(version);
  const found = await onPage(`/processes/${processId}/versions/${version}`, async (context) => {
    const process = await getProcess(context, { processId });
    await getVersion(context, { processId, version: number });
    return process;
  });
  if (!found.ok) return <RefusedPage message={found.message} />;
  return <VersionPage process={found.value} number={number} />;
}
