'use client';

import { Check, Move, RotateCcw } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import type { ThreadAnswer } from '@/lib/comments/answer';
import type { PlaceWords } from './conversations';
import type { ReadEarlier } from './earlier';
import { Heading, Said } from './said';
import type { Talk } from './use-talk';
import { WriteBox } from './write-box';

interface ThreadCardProps {
  thread: ThreadAnswer;
  place: PlaceWords;
  /** It is looked at: all of it is shown. */
  active: boolean;
  /** Another number brings it into view again. */
  asked: number;
  /** Null for who only reads. */
  talk: Talk | null;
  readEarlier: (threadId: string, commentId: string) => ReturnType<ReadEarlier>;
  /** Absent where there is no drawing to show it on. */
  onShow?: () => void;
  onOpen: () => void;
  /** Somebody wants it pinned elsewhere; answers why that failed, or null. Absent where there is no drawing. */
  onMove?: () => Promise<string | null>;
}

/** One conversation: where it is pinned, what was said, and what can be done with it. */
export function ThreadCard(props: ThreadCardProps) {
  const { thread, place, active, asked, talk, readEarlier, onShow, onOpen, onMove } = props;
  const card = useRef<HTMLElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useShown(card, active, asked);
  const said = active ? thread.comments : thread.comments.slice(0, 1);
  const more = thread.comments.length - said.length;
  // What was resolved was resolved as it is worded.
  const edit = thread.resolved ? undefined : talk?.edit;
  const attempt = (doing: Promise<string | null>) => void doing.then(setFailed);
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
            readEarlier={(commentId) => readEarlier(thread.threadId, commentId)}
            onEdit={edit && ((text) => edit(thread.threadId, comment.commentId, text))}
            onDelete={talk ? () => attempt(talk.remove(thread.threadId, comment.commentId)) : undefined}
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
      {talk && (
        <Answering
          thread={thread}
          talk={talk}
          onBegin={onOpen}
          onEnd={() => card.current?.focus()}
          onSettle={() => attempt(talk.settle(thread.threadId, !thread.resolved))}
          onMove={active && onMove ? () => attempt(onMove()) : undefined}
        />
      )}
    </article>
  );
}

/** Brings the conversation that is looked at into view, and gives it the focus. */
function useShown(card: RefObject<HTMLElement | null>, active: boolean, asked: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again, shown again
  useEffect(() => {
    if (!active) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    // A box in it that was opened with this has the focus already.
    if (!card.current?.contains(document.activeElement)) card.current?.focus({ preventScroll: true });
  }, [active, asked]);
}

interface AnsweringProps {
  thread: ThreadAnswer;
  talk: Talk;
  onBegin: () => void;
  /** It was answered, or not after all. */
  onEnd: () => void;
  onSettle: () => void;
  /** Absent where it isn't offered. */
  onMove: (() => void) | undefined;
}

/** The buttons of a conversation, or the box in which it is answered. */
function Answering({ thread, talk, onBegin, onEnd, onSettle, onMove }: AnsweringProps) {
  const [asked, setAsked] = useState(0);
  const end = () => {
    setAsked(0);
    onEnd();
  };
  const begin = () => {
    onBegin();
    setAsked(1);
  };
  if (asked > 0)
    return (
      <WriteBox
        label="Answer"
        action="Answer"
        asked={asked}
        keep={`answer ${thread.threadId}`}
        onSend={async (text) => {
          const why = await talk.reply(thread.threadId, text);
          if (why === null) end();
          return why;
        }}
        onCancel={end}
      />
    );
  return (
    <div className="flex gap-1.5">
      <Button size="sm" onClick={begin}>
        Answer
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={thread.resolved ? <RotateCcw size={13} /> : <Check size={13} />}
        onClick={onSettle}
      >
        {thread.resolved ? 'Open again' : 'Resolve'}
      </Button>
      {onMove && (
        <Button size="sm" variant="ghost" icon={<Move size={13} />} onClick={onMove}>
          Move
        </Button>
      )}
    </div>
  );
}
