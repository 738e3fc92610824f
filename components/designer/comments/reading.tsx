'use client';

import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import type { ProcessDocument } from '@/lib/document';
import { EditorProvider, useEditor, useEditorStore } from '../store/context';
import { createEditorStore, type EditorStore } from '../store/editor-store';
import { useRemarks } from '../use-remarks';
import { commentsOverHttp } from './comments-api';
import { placeOf } from './conversations';
import { CommentsFollowing } from './following';
import { conversationsOverHttp, hearConversations } from './hearing';
import { ThreadCard } from './thread-card';
import { useResolved } from './use-resolved';
import { useTalk } from './use-talk';

export interface CommentsReadingProps {
  processId: string;
  /** Whether one may answer and resolve. */
  mayWrite: boolean;
}

/** What is said about a draft, for those who don't draw on it. The draft is read for what its elements are called. */
export function CommentsReading({ processId, mayWrite }: CommentsReadingProps) {
  const [editor, setEditor] = useState<EditorStore | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void apiGet<{ document: ProcessDocument }>(`/processes/${encodeURIComponent(processId)}/draft`).then(
      (answer) => {
        if (!current) return;
        if (!answer.ok) return setFailed(answer.problem.detail);
        const made = createEditorStore(answer.body.document);
        made.getState().discuss({});
        setEditor(made);
      },
    );
    return () => {
      current = false;
    };
  }, [processId]);
  useHearing(editor, processId);
  if (failed) return <p role="alert">{failed}</p>;
  if (!editor) return <Skeleton className="h-40" />;
  return (
    <EditorProvider store={editor}>
      <CommentsFollowing processId={processId} />
      <Reading processId={processId} mayWrite={mayWrite} />
    </EditorProvider>
  );
}

/** Hears what others say, as long as this is open. */
function useHearing(editor: EditorStore | null, processId: string): void {
  useEffect(() => {
    if (!editor) return;
    const company = hearConversations(conversationsOverHttp(processId));
    editor.setState({ company });
    return () => {
      editor.setState({ company: null });
      company.stop();
    };
  }, [editor, processId]);
}

const FILTERS = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
] as const;

/** Nothing is drawn here, so there is nothing to save before it is talked about. */
const NOTHING_TO_SAVE = { flush: async () => undefined };

function Reading({ processId, mayWrite }: CommentsReadingProps) {
  const editor = useEditorStore();
  const [api] = useState(() => commentsOverHttp(processId));
  const [filter, setFilter] = useState<'open' | 'resolved'>('open');
  const { resolved, put } = useResolved(api, filter === 'resolved');
  const talk = useTalk({ api, autosave: NOTHING_TO_SAVE, onThread: put });
  const open = useEditor((state) => state.conversations);
  const document = useEditor((state) => state.history.present);
  const discussion = useEditor((state) => state.discussion);
  useRemarks();
  const threads = filter === 'open' ? open : resolved.threads;
  return (
    <div className="flex flex-col gap-3" data-testid="comments">
      <Segmented
        label="Which"
        choices={FILTERS}
        value={filter}
        onValueChange={setFilter}
        className="self-start"
      />
      {threads.length === 0 && (
        <EmptyState title={filter === 'open' ? 'No open comments' : 'Nothing was resolved yet'} />
      )}
      <ul aria-label="Conversations" className="-mx-4">
        {threads.map((thread) => (
          <li key={thread.threadId}>
            <ThreadCard
              thread={thread}
              place={placeOf(document, thread)}
              active={discussion?.thread === thread.threadId}
              asked={discussion?.serial ?? 0}
              talk={mayWrite ? talk : null}
              readEarlier={api.earlier}
              onOpen={() => editor.getState().discuss({ thread: thread.threadId })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
