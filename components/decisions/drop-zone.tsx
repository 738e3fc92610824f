'use client';

import { type DragEvent, type ReactNode, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { RefusalDialog } from './upload';
import { useUpload } from './use-upload';

/** Takes a DMN file that is dropped anywhere on what it holds; the button beside it does the same without a mouse. */
export function DropZone({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  const { refusal, send, dismiss } = useUpload();
  const take = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return false;
    event.preventDefault();
    return true;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the upload button is the control
    <div
      data-over={over}
      className={cx(
        'flex grow flex-col',
        over && 'bg-primary-soft outline-2 -outline-offset-4 outline-primary-line',
      )}
      onDragOver={(event) => setOver(take(event))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!take(event)) return;
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void send(file);
      }}
    >
      {children}
      <RefusalDialog refusal={refusal} onClose={dismiss} />
    </div>
  );
}
