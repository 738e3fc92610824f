'use client';

import { Download, Redo2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { IconButton } from '@/components/ui/icon-button';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import type { DraftHistory } from '@/lib/dmn/editing';
import type { useSave } from './use-save';

export interface EditorTitleProps {
  title: string;
  fileKey: string;
  version: number;
  history: DraftHistory;
  undo: () => void;
  redo: () => void;
  dirty: boolean;
  /** The file as it would be stored. */
  text: string;
  saving: ReturnType<typeof useSave>;
}

/** The title block of the editor: what is edited, whether it is stored, undo, download and save. */
export function EditorTitle(props: EditorTitleProps) {
  const { title, fileKey, version, history, undo, redo, dirty, text, saving } = props;
  const back = history.past.at(-1)?.label;
  const again = history.future[0]?.label;
  return (
    <TitleBlock
      actions={
        <>
          <IconButton
            label={back ? `Undo: ${back}` : 'Undo'}
            shortcut="Ctrl Z"
            icon={<Undo2 size={15} />}
            disabled={!back}
            onClick={undo}
          />
          <IconButton
            label={again ? `Redo: ${again}` : 'Redo'}
            shortcut="Ctrl Shift Z"
            icon={<Redo2 size={15} />}
            disabled={!again}
            onClick={redo}
          />
          <Button icon={<Download size={15} aria-hidden />} onClick={() => download(text, title)}>
            Download DMN
          </Button>
          <Link href={`/decisions/${encodeURIComponent(fileKey)}`} className={buttonClass({})}>
            {dirty ? 'Discard' : 'Close'}
          </Link>
          <Button
            variant="primary"
            busy={saving.busy}
            disabled={!dirty}
            onClick={() => void saving.save(text)}
          >
            Save as v{version + 1}
          </Button>
        </>
      }
    >
      <TitleCell label="Edit decision tables" title>
        {title}
      </TitleCell>
      <TitleCell label="Based on">v{version}</TitleCell>
      <TitleCell label="State" flat>
        {dirty ? 'Not stored yet' : 'As stored'}
      </TitleCell>
    </TitleBlock>
  );
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.dmn`;
  link.click();
  URL.revokeObjectURL(address);
}
