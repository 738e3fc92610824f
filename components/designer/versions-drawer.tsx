'use client';

import { useEffect, useState } from 'react';
import { DiagramCanvas } from '@/components/canvas';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Dialog, Drawer } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { toast } from '@/components/ui/toast';
import type { ProcessDocument } from '@/lib/document';
import type { DesignerApi, VersionSummary } from './api';
import { VersionRow } from './version-row';

interface VersionsDrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  api: DesignerApi;
  /** The draft holds another content now. */
  onRestored: () => Promise<void>;
  /** Compares a version with the draft. */
  onCompare: (version: number) => void;
}

/** All published versions: look at one, bring it back as a draft, export it. */
export function VersionsDrawer({ open, onOpenChange, api, onRestored, onCompare }: VersionsDrawerProps) {
  const [versions, setVersions] = useState<VersionSummary[] | null>(null);
  const [shown, setShown] = useState<{ number: number; document: ProcessDocument } | null>(null);

  const [asked, setAsked] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (!open) return;
    let current = true;
    api.versions().then(
      (list) => current && setVersions(list),
      () => current && toast.error('The versions can’t be loaded'),
    );
    return () => {
      current = false;
    };
  }, [open, api]);

  const view = (number: number) =>
    api.version(number).then(
      (document) => setShown({ number, document }),
      () => toast.error(`Version ${number} can’t be loaded. Is the server reachable?`),
    );
  const restore = async (number: number) => {
    setBusy(true);
    try {
      await api.restore(number);
      await onRestored();
      toast.success(`Version ${number} is the draft now`);
      onOpenChange(false);
    } catch {
      toast.error(`Version ${number} can’t be restored. The draft is as it was.`);
    } finally {
      setBusy(false);
      setAsked(null);
    }
  };
  return (
    <>
      <Drawer
        open={open}
        onOpenChange={onOpenChange}
        title="Versions"
        description="A version never changes. Restoring makes a new draft."
      >
        {versions?.length === 0 && (
          <EmptyState title="Not published yet">Publish the draft to make version 1.</EmptyState>
        )}
        <ol className="flex flex-col">
          {(versions ?? []).map((each) => (
            <VersionRow
              key={each.version}
              version={each}
              exportUrl={(format) => api.exportUrl(format, { version: each.version })}
              onView={() => void view(each.version)}
              onCompare={() => onCompare(each.version)}
              onRestore={() => setAsked(each.version)}
            />
          ))}
        </ol>
      </Drawer>
      <AlertDialog
        open={asked !== null}
        onOpenChange={(on) => !on && setAsked(null)}
        title={`Restore v${asked ?? ''} as a new draft?`}
        description="The draft gets the content of this version, as a new revision: what was changed in it since is no longer there. Published versions and running instances stay as they are."
        confirm={`Restore v${asked ?? ''}`}
        dismiss="Keep the draft"
        busy={busy}
        onConfirm={() => asked !== null && void restore(asked)}
      />
      <Dialog
        open={shown !== null}
        onOpenChange={(on) => !on && setShown(null)}
        title={`Version ${shown?.number ?? ''}`}
        size="lg"
        // The diagram's buttons have tooltips, which would take the first Escape.
        focusOn="window"
      >
        <div className="h-[60vh]">
          {shown && <DiagramCanvas document={shown.document} label={`Diagram of version ${shown.number}`} />}
        </div>
      </Dialog>
    </>
  );
}
