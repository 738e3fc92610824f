'use client';

import { Play } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { fetchDesignerApi } from '@/components/designer/fetch-api';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { ProcessDocument } from '@/lib/document';

const RunDialog = dynamic(() => import('@/components/designer/run-dialog').then((it) => it.RunDialog));

/** Starts an instance of a version; dialog and document are fetched when they are first needed. */
export function RunVersion(props: { processId: string; version: number; latest: number | null }) {
  const { processId, version, latest } = props;
  const router = useRouter();
  const api = useMemo(() => fetchDesignerApi(processId), [processId]);
  const [document, setDocument] = useState<ProcessDocument | null>(null);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    try {
      if (!document) setDocument(await api.version(version));
      setOpen(true);
    } catch {
      toast.error('The version could not be read. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant="primary"
        busy={busy}
        onClick={() => void ask()}
        icon={<Play size={14} fill="currentColor" aria-hidden />}
      >
        Run v{version}
      </Button>
      {document && (
        <RunDialog
          open={open}
          onOpenChange={setOpen}
          api={api}
          document={document}
          latestVersion={latest}
          version={version}
          onPublish={() => setOpen(false)}
          onStarted={(url) => router.push(url)}
        />
      )}
    </>
  );
}
