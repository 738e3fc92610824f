'use client';

import { type FormEvent, type Ref, useState } from 'react';
import type { Problem } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';

export interface CommentBoxProps {
  onSend: (text: string) => Promise<Problem | null>;
  inputRef: Ref<HTMLTextAreaElement>;
}

/** A line for everybody who works on this task; it stays in the audit trail. */
export function CommentBox({ onSend, inputRef }: CommentBoxProps) {
  const hydrated = useHydrated();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    const problem = await onSend(text.trim());
    setBusy(false);
    setError(problem?.detail);
    if (!problem) setText('');
  };
  return (
    <form onSubmit={send} className="mt-2 flex flex-col gap-2">
      <TextArea
        label="Comment for colleagues"
        ref={inputRef}
        rows={2}
        maxLength={4000}
        value={text}
        disabled={!hydrated}
        error={error}
        onChange={(event) => setText(event.target.value)}
        // Mod+Enter in here sends the comment, not a decision.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <Button type="submit" size="sm" busy={busy} disabled={!hydrated} className="self-start max-desk:h-11">
        Add comment
      </Button>
    </form>
  );
}
