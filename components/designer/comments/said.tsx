'use client';

import { MapPin, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CommentAnswer, ThreadAnswer } from '@/lib/comments/answer';
import type { PlaceWords } from './conversations';
import { Earlier, type ReadEarlier } from './earlier';
import { WriteBox } from './write-box';

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

interface SaidProps {
  comment: CommentAnswer;
  readEarlier: ReadEarlier;
  /** Puts it into other words; answers why that failed, or null. Absent where that isn’t offered. */
  onEdit: ((text: string) => Promise<string | null>) | undefined;
  onDelete: (() => void) | undefined;
}

/** What somebody wrote and when, and the ways to change and delete what is one’s own. */
export function Said({ comment, readEarlier, onEdit, onDelete }: SaidProps) {
  const { by, at, text, mine, editedAt } = comment;
  const [doing, setDoing] = useState<Doing | null>(null);
  const row = useFocusBack(doing);
  const own = mine && text !== null && doing === null;
  return (
    <li ref={row} className="flex min-w-0 gap-2" data-comment={comment.commentId}>
      <Avatar name={by.name} size="s" decorative />
      <div className="min-w-0 grow">
        <p className="flex items-baseline gap-2 text-xs">
          <span className="truncate font-semibold">{by.name}</span>
          <RelativeTime value={at} className="flex-none text-muted" />
        </p>
        {doing === 'editing' && text !== null && onEdit ? (
          <Editing comment={{ ...comment, text }} onEdit={onEdit} onEnd={() => setDoing(null)} />
        ) : (
          <Words text={text} />
        )}
        {editedAt !== null && text !== null && (
          <Earlier key={editedAt} commentId={comment.commentId} read={readEarlier} />
        )}
        {doing === 'asking' && onDelete && <Sure onYes={onDelete} onNo={() => setDoing(null)} />}
      </div>
      {own && onEdit && <OwnButton doing="editing" text={text} onClick={setDoing} />}
      {own && onDelete && <OwnButton doing="asking" text={text} onClick={setDoing} />}
    </li>
  );
}

type Doing = 'editing' | 'asking';
const OWN = {
  editing: { verb: 'Edit', icon: <Pencil size={13} /> },
  asking: { verb: 'Delete', icon: <Trash2 size={13} /> },
} as const satisfies Record<Doing, object>;

/** What can be done with a comment of one's own. */
const OwnButton = ({
  doing,
  text,
  onClick,
}: {
  doing: Doing;
  text: string;
  onClick: (doing: Doing) => void;
}) => (
  <IconButton
    size="sm"
    label={`${OWN[doing].verb} your comment: ${text.slice(0, 40)}`}
    icon={OWN[doing].icon}
    data-own={doing}
    onClick={() => onClick(doing)}
  />
);

/** What is done with the row took its buttons away: they have the focus again when it is done. */
function useFocusBack(doing: string | null) {
  const row = useRef<HTMLLIElement>(null);
  const before = useRef(doing);
  useEffect(() => {
    if (before.current !== null && doing === null)
      row.current?.querySelector<HTMLElement>(`button[data-own=${before.current}]`)?.focus();
    before.current = doing;
  }, [doing]);
  return row;
}

const Words = ({ text }: { text: string | null }) =>
  text === null ? (
    <p className="text-muted">Deleted by who wrote it</p>
  ) : (
    <p className="whitespace-pre-wrap break-words">{text}</p>
  );

interface EditingProps {
  comment: CommentAnswer & { text: string };
  onEdit: (text: string) => Promise<string | null>;
  onEnd: () => void;
}

/** The words of a comment, to be written over. */
const Editing = ({ comment: { commentId, text }, onEdit, onEnd }: EditingProps) => (
  <WriteBox
    className="my-1.5"
    label="Your comment"
    action="Save"
    asked={1}
    keep={`edit ${commentId}`}
    initial={text}
    onSend={async (written) => {
      const why = written === text ? null : await onEdit(written);
      if (why === null) onEnd();
      return why;
    }}
    onCancel={onEnd}
  />
);

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
