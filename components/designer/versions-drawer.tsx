'use client';

import { useEffect, useState } from 'react';
import { DiagramCanvas } from '@/components/canvas';
import { Button } from '@/components/ui/button';
import { Dialog, Drawer } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { ProcessDocument } from '@/lib/document';
import type { DesignerApi, VersionSummary } from './api';

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

  const view = async (number: number) => setShown({ number, document: await api.version(number) });
  const restore = async (number: number) => {
    await api.restore(number);
    await onRestored();
    toast.success(`Version ${number} is the draft now`);
    onOpenChange(false);
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
            <li key={each.version} className="flex flex-col gap-1 border-b border-line py-3">
              <p className="flex items-baseline gap-2">
                <b className="font-semibold">v{each.version}</b>
                <Time value={each.publishedAt} />
                {each.runningInstances > 0 && (
                  <span className="ml-auto text-xs text-muted">{each.runningInstances} running</span>
                )}
              </p>
              <p>{each.note}</p>
              <div className="mt-1 flex gap-1.5">
                <Button size="sm" onClick={() => void view(each.version)}>
                  View
                </Button>
                <Button
                  size="sm"
                  aria-label={`Compare v${each.version} with the draft`}
                  onClick={() => onCompare(each.version)}
                >
                  Compare
                </Button>
                <Button
                  size="sm"
                  onClick={() =>
                    void restore(each.version).catch(() => toast.error('The version can’t be restored'))
                  }
                >
                  Restore as draft
                </Button>
                {(['bpmn', 'yaml', 'svg'] as const).map((format) => (
                  <a
                    key={format}
                    className="inline-flex h-6.5 items-center rounded-[5px] border border-line-strong px-2.25 text-xs font-medium hover:bg-hover"
                    href={api.exportUrl(format, { version: each.version })}
                    aria-label={`Export ${format.toUpperCase()}`}
                    download
                  >
                    {format.toUpperCase()}
                  </a>
                ))}
              </div>
            </li>
          ))}
        </ol>
      </Drawer>
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
