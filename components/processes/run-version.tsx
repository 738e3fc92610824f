'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { fetchDesignerApi } from '@/components/designer/fetch-api';
import { NoRunDialog } from '@/components/designer/no-run-dialog';
import { BlockedAction } from '@/components/ui/blocked-action';
import { later } from '@/components/ui/later';
import { toast } from '@/components/ui/toast';
import { RunSplit } from '@/components/versions/run-split';
import type { ProcessDocument } from '@/lib/document';
import type { StartVerdict } from '@/lib/processes/start-verdict';

const RunDialog = later(() => import('@/components/designer/run-dialog').then((it) => it.RunDialog), {
  name: 'This window',
});

export interface RunVersionProps {
  processId: string;
  /** What the button runs. */
  version: number;
  latest: number | null;
  /** What else can be run. */
  versions?: readonly number[];
  /** Whether there is a draft to try out. */
  mayEdit?: boolean;
  /** Whether this person may start this version. */
  start?: StartVerdict;
}

/** “Run”, or who may. */
export function RunVersion({ start, ...props }: RunVersionProps) {
  return start && !start.may ? <NotForYou {...start} /> : <Run {...props} />;
}

function NotForYou({ brief, reason }: Extract<StartVerdict, { may: false }>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <BlockedAction action="Run" reason={brief} onReason={() => setOpen(true)} />
      <NoRunDialog open={open} onOpenChange={setOpen} reason={reason} />
    </>
  );
}

/** Starts an instance of this version, or of another from the menu; the window is fetched when it is first needed. */
function Run({ processId, version, latest, versions = [], mayEdit = false }: Omit<RunVersionProps, 'start'>) {
  const router = useRouter();
  const api = useMemo(() => fetchDesignerApi(processId), [processId]);
  const [chosen, setChosen] = useState<{ version: number; document: ProcessDocument } | null>(null);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const ask = async (number: number) => {
    setBusy(true);
    try {
      if (chosen?.version !== number) setChosen({ version: number, document: await api.version(number) });
      setOpen(true);
    } catch {
      toast.error('The version could not be read. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <RunSplit
        run={version}
        {...{ latest, versions, busy }}
        onRun={(number) => void ask(number)}
        {...(mayEdit ? { draftHref: `/processes/${processId}` } : {})}
      />
      {chosen && (
        <RunDialog
          open={open}
          onOpenChange={setOpen}
          api={api}
          document={chosen.document}
          latestVersion={latest}
          version={chosen.version}
          onPublish={() => setOpen(false)}
          onStarted={(url) => router.push(url)}
        />
      )}
    </>
  );
}
