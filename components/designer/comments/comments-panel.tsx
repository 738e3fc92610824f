'use client';

import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { keyName } from '@/components/canvas';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import type { ThreadAnswer } from '@/lib/comments/answer';
import { focusCanvas } from '../focus-canvas';
import type { Autosave } from '../save/autosave';
import { useEditor, useEditorStore } from '../store/context';
import type { EditorStore } from '../store/editor-store';
import { type CommentsApi, commentsOverHttp } from './comments-api';
import { placeOf, selectedFirst } from './conversations';
import { ThreadCard } from './thread-card';
import { useResolved } from './use-resolved';
import { type Talk, useTalk } from './use-talk';
import { WriteBox } from './write-box';

export interface CommentsPanelProps {
  processId: string;
  autosave: Autosave;
}

type Filter = 'open' | 'resolved';
const FILTERS = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
] as const;

/** Everything that is said about the draft, and where it is said. None of it is part of the document. */
export function CommentsPanel({ processId, autosave }: CommentsPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const [api] = useState(() => commentsOverHttp(processId));
  const [filter, setFilter] = useState<Filter>('open');
  const { resolved, load, put } = useResolved(api, filter === 'resolved');
  const onThread = (threadId: string, thread: ThreadAnswer | null) => {
    put(threadId, thread);
    keepFocus(panel.current);
  };
  const talk = useTalk({ api, autosave, onThread });
  const open = useOpen();
  const threads = filter === 'open' ? open : resolved.threads;
  useFirstFocus(panel);
  useFilterOf(setFilter);
  useMoving(talk);

  const toCanvas = () => focusCanvas(panel.current);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    toCanvas();
  };
  return (
    <aside
      ref={panel}
      aria-label="Comments"
      data-testid="comments"
      onKeyDown={keys}
      className="flex w-89 flex-none flex-col border-l border-line bg-paper max-desk:fixed max-desk:inset-0 max-desk:z-30 max-desk:w-auto"
    >
      <Head filter={filter} onFilter={setFilter} onLeave={toCanvas} />
      <div className="min-h-0 grow overflow-y-auto">
        <Composing talk={talk} onLeave={toCanvas} />
        {threads.length === 0 ? (
          <Nothing filter={filter} failed={resolved.failed} />
        ) : (
          <Threads threads={threads} talk={talk} readEarlier={api.earlier} />
        )}
        {filter === 'resolved' && resolved.cursor !== null && (
          <div className="px-4 py-3">
            <Button size="sm" onClick={() => void load(resolved.cursor)}>
              Show more
            </Button>
          </div>
        )}
      </div>
    </aside>
  );
}

interface HeadProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** The panel is closed: the focus goes elsewhere first. */
  onLeave: () => void;
}

function Head({ filter, onFilter, onLeave }: HeadProps) {
  const editor = useEditorStore();
  const close = () => {
    onLeave();
    editor.getState().discuss(null);
  };
  return (
    <header className="flex flex-col gap-2 border-b border-line px-4 pb-2.5 pt-3">
      <div className="flex items-center gap-2">
        <h2 className="grow text-base/5 font-semibold tracking-[-.012em]">Comments</h2>
        <IconButton
          size="sm"
          label="Close the comments"
          shortcut={keyName('comments')}
          icon={<X size={15} />}
          onClick={close}
        />
      </div>
      <div className="flex items-center justify-between gap-2">
        <Segmented label="Which" choices={FILTERS} value={filter} onValueChange={onFilter} />
        <Button size="sm" icon={<Plus size={13} />} onClick={() => begin(editor)}>
          Comment
        </Button>
      </div>
    </header>
  );
}

/** The open conversations, those about what is selected first. */
function useOpen(): readonly ThreadAnswer[] {
  const conversations = useEditor((state) => state.conversations);
  const selection = useEditor((state) => state.selection);
  return useMemo(() => selectedFirst(conversations, selection), [conversations, selection]);
}

/** About the selected element; else the next click on the drawing says where. */
function begin(editor: EditorStore): void {
  const { selection, discuss, setTool, say } = editor.getState();
  const [id] = selection;
  if (id && selection.length === 1) discuss({ compose: { elementId: id } });
  else {
    setTool({ kind: 'comment' });
    say(
      `Click what the comment is about, or where a note goes; ${keyName('comment')} puts one in the middle`,
    );
  }
}

/** To the selected element; else the next click on the drawing says where. */
async function move(editor: EditorStore, thread: ThreadAnswer, talk: Talk): Promise<string | null> {
  const { selection, setTool, say } = editor.getState();
  const [elementId] = selection;
  if (elementId && selection.length === 1 && elementId !== thread.elementId)
    return talk.move(thread.threadId, { elementId });
  setTool({ kind: 'comment', thread: thread.threadId });
  say('Click where it goes, or select an element first');
  return null;
}

/** The canvas says where a conversation goes; sending it is done here. */
function useMoving(talk: Talk): void {
  const editor = useEditorStore();
  const discussion = useEditor((state) => state.discussion);
  useEffect(() => {
    if (!discussion?.thread || !discussion.moveTo) return;
    const { thread, moveTo } = discussion;
    editor.getState().discuss({ thread });
    void talk.move(thread, moveTo).then((why) => why !== null && editor.getState().say(why, true));
  }, [editor, discussion, talk]);
}

function Composing({ talk, onLeave }: { talk: Talk; onLeave: () => void }) {
  const editor = useEditorStore();
  const discussion = useEditor((state) => state.discussion);
  const document = useEditor((state) => state.history.present);
  const place = discussion?.compose;
  if (!place) return null;
  const about =
    'elementId' in place
      ? `Comment on ${placeOf(document, { ...place, elementName: null, point: null }).words}`
      : 'Note on the drawing';
  return (
    <div className="border-b border-line px-4 py-3">
      <WriteBox
        key={JSON.stringify(place)}
        label={about}
        action="Comment"
        asked={discussion.serial}
        keep={JSON.stringify(place)}
        onSend={(text) => talk.add(place, text)}
        onCancel={() => {
          editor.getState().discuss({});
          onLeave();
        }}
      />
    </div>
  );
}

interface ThreadsProps {
  threads: readonly ThreadAnswer[];
  talk: Talk;
  readEarlier: CommentsApi['earlier'];
}

function Threads({ threads, talk, readEarlier }: ThreadsProps) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const discussion = useEditor((state) => state.discussion);
  const show = ({ elementId, point, threadId }: ThreadAnswer) => {
    const { reveal, revealAt } = editor.getState();
    if (elementId !== null) reveal(elementId);
    else if (point) revealAt(point.planeId, point);
    editor.setState((state) => ({
      discussion: state.discussion && { ...state.discussion, thread: threadId },
    }));
  };
  return (
    <ul aria-label="Conversations">
      {threads.map((thread) => (
        <li key={thread.threadId}>
          <ThreadCard
            thread={thread}
            place={placeOf(document, thread)}
            active={discussion?.thread === thread.threadId}
            asked={discussion?.serial ?? 0}
            talk={talk}
            readEarlier={readEarlier}
            onShow={() => show(thread)}
            onOpen={() => editor.getState().discuss({ thread: thread.threadId })}
            onMove={() => move(editor, thread, talk)}
          />
        </li>
      ))}
    </ul>
  );
}

function Nothing({ filter, failed }: { filter: Filter; failed: string | null }) {
  if (filter === 'open')
    return (
      <EmptyState title="No open comments">
        {keyName('comment')} comments on the selected element, or puts a note on the drawing.
      </EmptyState>
    );
  if (failed === null) return <p className="px-4 py-3 text-muted">Loading…</p>;
  return <EmptyState title={failed === '' ? 'Nothing was resolved yet' : 'Not loaded'}>{failed}</EmptyState>;
}

/** What was done with took its buttons away with it: the focus stays in the panel. */
function keepFocus(panel: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    panel?.querySelector<HTMLElement>('article, input[type=radio]:checked')?.focus();
  });
}

/** The panel was asked for: the focus goes into it, unless a box or a conversation takes it. */
function useFirstFocus(panel: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const here = panel.current;
    if (here && !here.contains(document.activeElement))
      here.querySelector<HTMLElement>('input[type=radio]:checked')?.focus();
  }, [panel]);
}

/** A conversation that is asked for is in the list that is shown. */
function useFilterOf(setFilter: (filter: Filter) => void) {
  const known = useEditor(({ discussion, conversations }) =>
    conversations.some(({ threadId }) => threadId === discussion?.thread),
  );
  useEffect(() => {
    if (known) setFilter('open');
  }, [known, setFilter]);
}
