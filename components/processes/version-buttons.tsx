'use client';

import { Download, History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { PolicyDialog } from '@/components/versions/policy-dialog';
import { TagMenu } from '@/components/versions/tag-menu';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import { RunVersion } from './run-version';

export interface VersionButtonsProps {
  processId: string;
  version: number;
  latest: number | null;
  mayEdit: boolean;
  mayRun: boolean;
  /** Whether this person may start this version. */
  start: StartVerdict;
  /** All published versions, newest first. */
  versions: readonly number[];
  tags: readonly string[];
  mayPublish: boolean;
  /** Whether this person says how the process is published. */
  mayPolicy: boolean;
  secondPerson: boolean;
}

/** What can be done with a published version. */
export function VersionButtons(props: VersionButtonsProps) {
  const { processId, version, mayEdit, mayRun } = props;
  return (
    <>
      <a
        className={buttonClass({})}
        href={`/api/v1/processes/${encodeURIComponent(processId)}/versions/${version}.bpmn`}
        download
      >
        <Download size={15} aria-hidden /> Export BPMN
      </a>
      {mayEdit && <RestoreButton processId={processId} version={version} />}
      {props.mayPublish && <TagMenu processId={processId} version={version} tags={props.tags} />}
      {props.mayPolicy && <PolicyDialog processId={processId} secondPerson={props.secondPerson} />}
      {mayRun && (
        <RunVersion
          processId={processId}
          version={version}
          latest={props.latest}
          versions={props.versions}
          mayEdit={mayEdit}
          start={props.start}
        />
      )}
    </>
  );
}

/** Brings a version back as the draft, after a question. */
export function RestoreButton({ processId, version }: { processId: string; version: number }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const restore = async () => {
    setBusy(true);
    const result = await apiPost(`/processes/${encodeURIComponent(processId)}/restore`, { version });
    setBusy(false);
    if (result.ok) router.push(`/processes/${processId}`);
    else setError(result.problem.detail);
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      title={`Restore v${version} as a new draft?`}
      description="The draft gets the content of this version, as a new revision. Published versions and running instances stay as they are."
      confirm={`Restore v${version}`}
      busy={busy}
      onConfirm={() => void restore()}
      trigger={<Button icon={<History size={15} aria-hidden />}>Restore as draft</Button>}
    >
      {error && (
        <Banner tone="error" live>
          {error}
        </Banner>
      )}
    </AlertDialog>
  );
}
