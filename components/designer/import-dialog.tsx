'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ReadFile } from './import-file';

interface ImportDialogProps {
  name: string;
  /** The file that was read; null when none is. */
  file: { title: string; read: ReadFile } | null;
  /** Whether the file says it is this very process. */
  same: boolean;
  onClose: () => void;
  onReplace: () => void;
  onCopy: () => Promise<void>;
}

/** Which file it is, and, where it can't be read, that nothing is lost. */
function describe(file: ImportDialogProps['file'], name: string, same: boolean): string | undefined {
  if (!file) return undefined;
  if (!file.read.ok) return `${file.title} was not imported. What is drawn here is as it was.`;
  return same ? `The file holds “${name}”, the process you have open.` : undefined;
}

/** What to do with a file: the new content of this draft, or a process of its own. */
export function ImportDialog({ name, file, same, onClose, onReplace, onCopy }: ImportDialogProps) {
  const [failed, setFailed] = useState(false);
  const read = file?.read;
  return (
    <Dialog
      open={file !== null}
      onOpenChange={(on) => !on && onClose()}
      title={read?.ok ? `Import ${file?.title}` : 'This file can’t be read'}
      description={describe(file, name, same)}
      footer={
        read?.ok ? (
          <>
            <Button onClick={() => onCopy().catch(() => setFailed(true))}>Separate copy</Button>
            <Button variant={same ? 'primary' : 'secondary'} onClick={onReplace}>
              New draft of {name}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )
      }
    >
      {read && !read.ok && <Banner tone="error">{read.message}</Banner>}
      {read?.ok && (
        <p>
          A new draft replaces what is drawn now; undo brings it back. Published versions stay as they are.
        </p>
      )}
      {failed && (
        <Banner tone="error" live>
          The server can’t be reached. Nothing was imported.
        </Banner>
      )}
    </Dialog>
  );
}
