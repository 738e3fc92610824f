import { notFound } from 'next/navigation';
import { RefusedPage } from '@/components/common/refused-page';
import { DecisionSheet } from '@/components/decisions/decision-sheet';
import { exportDecisions, listDecisions, listDecisionVersions } from '@/lib/decisions/queries';
import { readDmn } from '@/lib/dmn';
import { onPage, pageFrame } from '@/lib/http/page';
import type { CallContext } from '@/lib/usecase/context';

/** The id of a file as its address has it. */
export function fileKeyOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A version of a DMN file; the newest when none is named. */
export async function FilePage({ fileKey, version }: { fileKey: string; version?: string }) {
  if (version !== undefined && !/^[1-9]\d{0,5}$/.test(version)) notFound();
  const [result, { permissions }] = await Promise.all([
    onPage(`/decisions/${encodeURIComponent(fileKey)}`, (context) => load(context, fileKey, version)),
    pageFrame(),
  ]);
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { model, ...sheet } = result.value;
  if (!model.ok) return <RefusedPage message={model.message} />;
  return (
    <DecisionSheet
      {...sheet}
      fileKey={fileKey}
      model={model.model}
      mayEdit={permissions.includes('models.edit')}
    />
  );
}

async function load(context: CallContext, key: string, wanted?: string) {
  const { items: versions } = await listDecisionVersions(context, { key });
  const version = wanted === undefined ? versions[0] : versions.find((one) => one.version === Number(wanted));
  if (!version) notFound();
  const [{ xml }, { items }] = await Promise.all([
    exportDecisions(context, { key, version: version.version }),
    listDecisions(context, {}),
  ]);
  const decisions = items.find((file) => file.key === key)?.decisions ?? [];
  const uses = Object.fromEntries(decisions.map(({ decisionId, usedBy }) => [decisionId, usedBy]));
  return { versions, version, uses, model: readDmn(xml) };
}
