import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CommentAnswer, ThreadAnswer } from '@/lib/comments/answer';
import { remove, setLabel } from '@/lib/editing';
import { done, planeId, sample } from '@/lib/editing/testing/diagrams';
import type { Autosave } from '../save/autosave';
import { EditorProvider } from '../store/context';
import { createEditorStore, type EditorState } from '../store/editor-store';
import { CommentsPanel } from './comments-panel';
import { ThreadCard } from './thread-card';
import type { Talk } from './use-talk';

const { document: drawn, ids } = sample();
const document = done(setLabel(drawn, ids.task, 'Check')).document;

const comment = (commentId: string, more: Partial<CommentAnswer> = {}): CommentAnswer => ({
  commentId,
  text: `Text ${commentId}`,
  by: { id: 'jonas', name: 'Jonas Weber' },
  at: '2026-11-29T12:00:00Z',
  editedAt: null,
  mine: false,
  ...more,
});
const thread = (threadId: string, more: Partial<ThreadAnswer> = {}): ThreadAnswer => ({
  threadId,
  elementId: ids.task,
  elementName: 'Check',
  point: null,
  createdAt: '2026-11-29T12:00:00Z',
  resolved: null,
  comments: [comment(`${threadId}.1`), comment(`${threadId}.2`, { mine: true })],
  ...more,
});

/** The panel as it is first drawn. */
function panelOf(state: Partial<EditorState>, of = document): string {
  const store = createEditorStore(of);
  store.getState().discuss({});
  store.setState(state);
  const now = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <EditorProvider store={now}>
      <CommentsPanel processId="p" autosave={{} as Autosave} />
    </EditorProvider>,
  );
}

const looking = (at: string | null) => ({ thread: at, compose: null, moveTo: null, serial: 1 });

describe('the panel of comments', () => {
  it('shows the first of each conversation, and how many answered', () => {
    const html = panelOf({ conversations: [thread('a')] });
    expect(html).toContain('aria-label="Conversation: Check"');
    expect(html).toContain('aria-label="Show Check on the drawing"');
    expect(html).toContain('Text a.1');
    expect(html).not.toContain('Text a.2');
    expect(html).toContain('1 answer<');
  });

  it('shows all of the one that is looked at; only one’s own can be deleted', () => {
    const html = panelOf({ conversations: [thread('a')], discussion: looking('a') });
    expect(html).toContain('Text a.2');
    expect(html.match(/aria-label="Delete your comment/g)).toHaveLength(1);
    expect(html).toContain('aria-label="Delete your comment: Text a.2"');
  });

  it('offers to change one’s own, as long as the conversation isn’t resolved', () => {
    const html = panelOf({ conversations: [thread('a')], discussion: looking('a') });
    expect(html.match(/aria-label="Edit your comment/g)).toHaveLength(1);
    expect(html).toContain('aria-label="Edit your comment: Text a.2"');
    const resolved = { by: { id: 'mia', name: 'Mia' }, at: '2026-11-29T13:00:00Z' };
    const done = panelOf({ conversations: [thread('a', { resolved })], discussion: looking('a') });
    expect(done).toContain('Delete your comment');
    expect(done).not.toContain('Edit your comment');
  });

  it('says which were changed', () => {
    const comments = [comment('a.1', { editedAt: '2026-11-29T12:30:00Z' }), comment('a.2')];
    const html = panelOf({ conversations: [thread('a', { comments })], discussion: looking('a') });
    expect(html.match(/aria-expanded="false"[^>]*>Edited</g)).toHaveLength(1);
  });

  it('keeps what was said about a deleted element, and says so', () => {
    const gone = done(remove(document, [ids.task])).document;
    const html = panelOf({ conversations: [thread('a')] }, gone);
    expect(html).toContain('>Check</span> is no longer in the drawing');
    expect(html).not.toContain('Show Check on the drawing');
  });

  it('says of a deleted first comment that it was deleted', () => {
    const comments = [comment('a.1', { text: null, mine: true }), comment('a.2')];
    const html = panelOf({ conversations: [thread('a', { comments })] });
    expect(html).toContain('Deleted by who wrote it');
    expect(html).not.toContain('aria-label="Delete your comment');
  });

  it('offers who only reads nothing to write, and who has no drawing nothing on it', () => {
    const card = (talk: Talk | null) =>
      renderToStaticMarkup(
        <ThreadCard
          thread={thread('a')}
          place={{ words: 'Check', there: true }}
          active
          asked={1}
          talk={talk}
          readEarlier={async () => ({ ok: true, body: { commentId: '', earlier: [] } })}
          onOpen={() => undefined}
        />,
      );
    const read = card(null);
    expect(read).toContain('Text a.2');
    expect(read).not.toContain('<button');
    const written = card({} as Talk);
    for (const word of ['Answer', 'Resolve']) expect(written).toContain(`>${word}<`);
    expect(written).toContain('Delete your comment');
    for (const word of ['>Move<', 'on the drawing']) expect(written).not.toContain(word);
  });

  it('writes text as text', () => {
    const comments = [comment('a.1', { text: '<img src=x onerror=alert(1)>' })];
    expect(panelOf({ conversations: [thread('a', { comments })] })).toContain('&lt;img src=x');
  });

  it('asks what is to be said, and about what', () => {
    const compose = (place: object) =>
      ({ discussion: { ...looking(null), compose: place } }) as Partial<EditorState>;
    expect(panelOf(compose({ elementId: ids.task }))).toContain('>Comment on Check<');
    expect(panelOf(compose({ planeId: planeId(document), x: 1, y: 2 }))).toContain('>Note on the drawing<');
  });

  it('says what to do when nothing was said', () => {
    expect(panelOf({})).toContain('No open comments');
  });
});
