'use client';

import { useCallback, useEffect, useState } from 'react';
import type { DiagramView } from '@/components/bpmn';
import { DiagramCanvas } from '@/components/canvas';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Spinner } from '@/components/ui/spinner';
import type { TemplateSummary } from '@/lib/templates/types';
import { TemplateFacts } from './facts';
import type { Using } from './gallery';
import { UseButton } from './use-button';

export interface PreviewDialogProps {
  template: TemplateSummary;
  using: Using;
  onClose(): void;
  onUse(): void;
}

type Drawing = { state: 'loading' | 'failed' } | { state: 'drawn'; view: DiagramView };

/** The drawing of a template to move and zoom, with what the process is for. */
export function PreviewDialog({ template, using, onClose, onUse }: PreviewDialogProps) {
  const { drawing, load } = useDrawing(template.templateId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={template.title}
      description={template.purpose}
      size="lg"
      focusOn="window"
      footer={
        <>
          {using === 'refused' && (
            <p className="mr-auto self-center text-sm text-muted">Using one needs the designer role.</p>
          )}
          <Button onClick={onClose}>Close</Button>
          <UseButton template={template} using={using} variant="primary" onUse={onUse} />
        </>
      }
    >
      <TemplateFacts {...template} />
      <div className="relative mt-3 h-[min(56dvh,480px)] overflow-hidden rounded-md border border-line bg-canvas">
        {drawing.state === 'drawn' && (
          <DiagramCanvas view={drawing.view} label={`Diagram of ${template.title}`} />
        )}
        {drawing.state === 'loading' && (
          <div className="grid h-full place-items-center">
            <Spinner />
            <span className="sr-only">The drawing is being fetched</span>
          </div>
        )}
        {drawing.state === 'failed' && (
          <div className="p-3">
            <Banner tone="error" live>
              The drawing could not be fetched. <Button onClick={load}>Try again</Button>
            </Banner>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function useDrawing(templateId: string): { drawing: Drawing; load(): void } {
  const [drawing, setDrawing] = useState<Drawing>({ state: 'loading' });
  const load = useCallback(() => {
    setDrawing({ state: 'loading' });
    fetch(`/templates/${encodeURIComponent(templateId)}/drawing`)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
      .then(({ view }: { view: DiagramView }) => setDrawing({ state: 'drawn', view }))
      .catch(() => setDrawing({ state: 'failed' }));
  }, [templateId]);
  useEffect(load, [load]);
  return { drawing, load };
}
