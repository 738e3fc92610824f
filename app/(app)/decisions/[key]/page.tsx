import { FilePage, fileKeyOf } from './file-page';

export const metadata = { title: 'Decisions' };

/** The newest version of a DMN file. */
export default async function DecisionFilePage({ params }: { params: Promise<{ key: string }> }) {
  return <FilePage fileKey={fileKeyOf((await params).key)} />;
}
