'use client';

import { useState } from 'react';
import type { ApiResult } from '@/components/common/api-client';
import { RelativeTime } from '@/components/ui/relative-time';
import type { WordingsAnswer } from '@/lib/comments/wordings';

/** Reads what a comment said before. */
export type ReadEarlier = (commentId: string) => Promise<ApiResult<WordingsAnswer>>;

/** That a comment was changed, and on demand what it said before: others may have answered to that. */
export function Earlier({ commentId, read }: { commentId: string; read: ReadEarlier }) {
  const [open, setOpen] = useState(false);
  const [earlier, setEarlier] = useState<WordingsAnswer['earlier']>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const toggle = async () => {
    setOpen(!open);
    if (open) return;
    const answer = await read(commentId);
    setFailed(answer.ok ? null : answer.problem.detail);
    if (answer.ok) setEarlier(answer.body.earlier);
  };
  return (
    <div className="text-xs text-muted">
      <button
        type="button"
        className="inline-link min-h-6"
        aria-expanded={open}
        onClick={() => void toggle()}
      >
        Edited
      </button>
      {open && failed && <p role="alert">{failed}</p>}
      {open && earlier.length > 0 && (
        <ol aria-label="What it said before" className="flex flex-col gap-1 border-l border-line pl-2">
          {earlier.map(({ text, at }) => (
            <li key={at}>
              <RelativeTime value={at} />
              <p className="whitespace-pre-wrap break-words">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
