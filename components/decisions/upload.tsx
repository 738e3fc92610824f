'use client';

import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useUpload } from './use-upload';

/** Stores a DMN file, as a new one or as the next version of the file with its id. */
export function UploadDmn({ label = 'Upload DMN' }: { label?: string }) {
  const input = useRef<HTMLInputElement>(null);
  const { busy, refusal, send, dismiss } = useUpload();
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".dmn,.xml,application/xml,text/xml"
        className="sr-only"
        aria-label="DMN file"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      <Button
        variant="primary"
        busy={busy}
        onClick={() => input.current?.click()}
        icon={<Upload size={15} aria-hidden />}
      >
        {label}
      </Button>
      <RefusalDialog refusal={refusal} onClose={dismiss} />
    </>
  );
}

type Refusal = ReturnType<typeof useUpload>['refusal'];

/** Why a file was not stored: every problem with its place. */
export function RefusalDialog({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  return (
    <Dialog
      open={refusal !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`${refusal?.fileName ?? 'The file'} was not stored`}
    >
      {refusal && (
        <Banner tone="error" live>
          {refusal.messages.length === 1 ? (
            refusal.messages[0]
          ) : (
            <ul className="flex max-h-[50dvh] list-disc flex-col gap-1 overflow-y-auto pl-4">
              {refusal.messages.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
        </Banner>
      )}
      <div className="mt-4 flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
