'use client';

import { MapPin, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CommentAnswer, ThreadAnswer } from '@/lib/comments/answer';
import type { PlaceWords } from './conversations';

interface HeadingProps {
  thread: ThreadAnswer;
  place: PlaceWords;
  onShow: (() => void) | undefined;
}

/** Where a conversation is pinned, and who resolved it. */
export function Heading({ thread, place, onShow }: HeadingProps) {
  return (
    <header className="flex min-w-0 flex-col gap-0.5 text-xs">
      {place.there && !onShow && <p className="font-semibold">{place.words}</p>}
      {place.there && onShow && (
        <button
          type="button"
          className="inline-link flex min-h-6 min-w-0 items-center gap-1 self-start font-semibold"
          aria-label={`Show ${place.words} on the drawing`}
          onClick={onShow}
        >
          <MapPin size={13} aria-hidden="true" className="flex-none" />
          <span className="truncate">{place.words}</span>
        </button>
      )}
      {!place.there && (
        <p className="text-muted">
          <span className="font-semibold text-ink">{place.words}</span>{' '}
          {thread.elementId === null
            ? 'lay in a sub-process that is no longer in the drawing'
            : 'is no longer in the drawing'}
        </p>
      )}
      {thread.resolved && (
        <p className="text-muted">
          Resolved by {thread.resolved.by.name}, <RelativeTime value={thread.resolved.at} />
        </p>
      )}
    </header>
  );
}

/** What somebody wrote, when, and the way to delete what is one’s own. */
export function Said({ comment, onDelete }: { comment: CommentAnswer; onDelete: (() => void) | undefined }) {
  const { by, at, text, mine } = comment;
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex min-w-0 gap-2" data-comment={comment.commentId}>
      <Avatar name={by.name} size="s" decorative />
      <div className="min-w-0 grow">
        <p className="flex items-baseline gap-2 text-xs">
          <span className="truncate font-semibold">{by.name}</span>
          <RelativeTime value={at} className="flex-none text-muted" />
        </p>
        {text === null ? (
          <p className="text-muted">Deleted by who wrote it</p>
        ) : (
          <p className="whitespace-pre-wrap break-words">{text}</p>
        )}
        {asking && onDelete && <Sure onYes={onDelete} onNo={() => setAsking(false)} />}
      </div>
      {onDelete && mine && text !== null && !asking && (
        <IconButton
          size="sm"
          label={`Delete your comment: ${text.slice(0, 40)}`}
          icon={<Trash2 size={13} />}
          onClick={() => setAsking(true)}
        />
      )}
    </li>
  );
}

/** Nobody can bring back what is deleted. */
function Sure({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset ref={box} className="mt-1 flex items-center gap-1.5 text-xs">
      <legend className="sr-only">Delete this comment for good?</legend>
      <Button size="sm" variant="danger" onClick={onYes}>
        Delete for good
      </Button>
      <Button size="sm" variant="ghost" onClick={onNo}>
        Keep
      </Button>
    </fieldset>
  );
}
