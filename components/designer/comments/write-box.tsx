'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { TextArea } from '@/components/ui/text-field';
import { MAX_TEXT } from '@/lib/comments/limits';

interface WriteBoxProps {
  label: string;
  /** What the button says. */
  action: string;
  /** Sends it; answers why it failed, or null. */
  onSend: (text: string) => Promise<string | null>;
  onCancel: () => void;
  /** Another number focuses it again. */
  asked: number;
  /** Names what is written, so that it is there again when the box is. */
  keep: string;
  /** What is there to begin with. */
  initial?: string;
  className?: string;
}

/** What was written and not sent, by box: closing the panel loses nothing. */
const unsent = new Map<string, string>();

/** From so many characters on the count is shown. */
const NEAR = MAX_TEXT - 200;

/** Where a comment is written. Ctrl+Enter sends it, Escape leaves it; what couldn't be sent stays written. */
export function WriteBox({
  label,
  action,
  onSend,
  onCancel,
  asked,
  keep,
  initial = '',
  className,
}: WriteBoxProps) {
  const [text, setText] = useState(() => unsent.get(keep) ?? initial);
  const [failed, setFailed] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again, focused again
  useEffect(() => area.current?.querySelector('textarea')?.focus(), [asked]);

  const write = (next: string) => {
    setText(next);
    if (next === '') unsent.delete(keep);
    else unsent.set(keep, next);
  };
  const written = text.trim();
  const tooLong = written.length > MAX_TEXT;
  const send = async () => {
    if (sending || tooLong) return;
    if (written === '') return setFailed('Write something first.');
    setSending(true);
    const why = await onSend(written);
    setSending(false);
    setFailed(why);
    if (why === null) write('');
  };
  const cancel = () => {
    write('');
    onCancel();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={area} className={cx('flex flex-col gap-1.5', className)}>
      <TextArea
        label={label}
        value={text}
        onKeyDown={keys}
        onChange={(event) => write(event.target.value)}
        {...(tooLong
          ? {
              error: `At most ${MAX_TEXT.toLocaleString('en')} characters; these are ${written.length.toLocaleString('en')}.`,
            }
          : failed
            ? { error: failed }
            : {})}
        meta={written.length > NEAR && !tooLong ? `${MAX_TEXT - written.length} left` : undefined}
      />
      <div className="flex gap-1.5">
        <Button size="sm" variant="primary" aria-disabled={sending || undefined} onClick={() => void send()}>
          {action}
        </Button>
        <Button size="sm" variant="ghost" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
