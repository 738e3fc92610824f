'use client';

import { Check, MapPin, Move, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CommentAnswer, ThreadAnswer } from '@/lib/comments/answer';
import type { PlaceWords } from './conversations';
import type { Talk } from './use-talk';
import { WriteBox } from './write-box';

interface ThreadCardProps {
  thread: ThreadAnswer;
  place: PlaceWords;
  /** It is looked at: all of it is shown. */
  active: boolean;
  /** Another number brings it into view again. */
  asked: number;
  talk: Talk;
  onShow: () => void;
  onOpen: () => void;
  /** Somebody wants it pinned elsewhere; answers why that failed, or null. */
  onMove: () => Promise<string | null>;
}

/** One conversation: where it is pinned, what was said, and what can be done with it. */
export function ThreadCard({ thread, place, active, asked, talk, onShow, onOpen, onMove }: ThreadCardProps) {
  const card = useRef<HTMLElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [answering, setAnswering] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again, shown again
  useEffect(() => {
    if (!active) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    // A box in it that was opened with this has the focus already.
    if (!card.current?.contains(document.activeElement)) card.current?.focus({ preventScroll: true });
  }, [active, asked]);
  const said = active ? thread.comments : thread.comments.slice(0, 1);
  const more = thread.comments.length - said.length;
  const attempt = async (doing: Promise<string | null>) => setFailed(await doing);
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={`Conversation: ${place.words}`}
      data-thread={thread.threadId}
      className={cx('flex flex-col gap-2 border-b border-line px-4 py-3', active && 'bg-sunken')}
    >
      <Heading thread={thread} place={place} onShow={onShow} />
      <ol className="flex flex-col gap-2">
        {said.map((comment) => (
          <Said
            key={comment.commentId}
            comment={comment}
            onDelete={() => void attempt(talk.remove(thread.threadId, comment.commentId))}
          />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" className="inline-link min-h-6 self-start text-xs" onClick={onOpen}>
          {more === 1 ? '1 answer' : `${more} answers`}
        </button>
      )}
      {failed && (
        <p role="alert" className="text-xs font-medium">
          {failed}
        </p>
      )}
      {answering > 0 ? (
        <WriteBox
          label="Answer"
          action="Answer"
          asked={answering}
          keep={`answer ${thread.threadId}`}
          onSend={async (text) => {
            const why = await talk.reply(thread.threadId, text);
            if (why === null) {
              setAnswering(0);
              card.current?.focus();
            }
            return why;
          }}
          onCancel={() => {
            setAnswering(0);
            card.current?.focus();
          }}
        />
      ) : (
        <div className="flex gap-1.5">
          <Button
            size="sm"
            onClick={() => {
              onOpen();
              setAnswering(answering + 1);
            }}
          >
            Answer
          </Button>
          <Button
            size="sm"
            variant="ghost"
            icon={thread.resolved ? <RotateCcw size={13} /> : <Check size={13} />}
            onClick={() => void attempt(talk.settle(thread.threadId, !thread.resolved))}
          >
            {thread.resolved ? 'Open again' : 'Resolve'}
          </Button>
          {active && (
            <Button
              size="sm"
              variant="ghost"
              icon={<Move size={13} />}
              onClick={() => void attempt(onMove())}
            >
              Move
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

function Heading({ thread, place, onShow }: Pick<ThreadCardProps, 'thread' | 'place' | 'onShow'>) {
  return (
    <header className="flex min-w-0 flex-col gap-0.5 text-xs">
      {place.there ? (
        <button
          type="button"
          className="inline-link flex min-h-6 min-w-0 items-center gap-1 self-start font-semibold"
          aria-label={`Show ${place.words} on the drawing`}
          onClick={onShow}
        >
          <MapPin size={13} aria-hidden="true" className="flex-none" />
          <span className="truncate">{place.words}</span>
        </button>
      ) : (
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

function Said({ comment, onDelete }: { comment: CommentAnswer; onDelete: () => void }) {
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
        {asking && <Sure onYes={onDelete} onNo={() => setAsking(false)} />}
      </div>
      {mine && text !== null && !asking && (
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
