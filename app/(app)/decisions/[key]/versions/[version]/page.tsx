import { FilePage, fileKeyOf } from '../../file-page';

export const metadata = { title: 'Decisions' };

/** One version of a DMN file. */
export default async function DecisionVersionPage({
  params,
}: {
  params: Promise<{ key: string; version: string }>;
}) {
  const { key, version } = await params;
  return <FilePage fileKey={fileKeyOf(key)} version={version} />;
}
