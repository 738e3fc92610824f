import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ThreadAnswer } from '@/lib/comments/answer';
import {
  boundsOf,
  type ElementId,
  edgeOf,
  get as entry,
  type Point,
  type ProcessDocument,
  planes,
  shapeOf,
} from '@/lib/document';
import {
  type EditResult,
  type History,
  isRefused,
  newHistory,
  type Placeable,
  record,
  redo,
  redoLabel,
  undo,
  undoLabel,
} from '@/lib/editing';
import type { Company } from './company';

/** What the pointer does on the canvas. */
export type Tool =
  | { kind: 'select' }
  | { kind: 'hand' }
  | { kind: 'lasso' }
  | { kind: 'connect' }
  | { kind: 'space' }
  /** The next click says what a comment is about, or where the conversation `thread` is pinned from now on. */
  | { kind: 'comment'; thread?: string }
  | { kind: 'place'; what: Placeable };

/** Something to be said to the person, by screen reader and, for refusals, on screen. */
export interface Remark {
  text: string;
  refused: boolean;
  /** Counts up, so that the same sentence is said again. */
  serial: number;
}

/** Somebody else on this draft. */
export interface Other {
  id: string;
  name: string;
  selection: readonly ElementId[];
}

/** Where a comment is pinned: to an element, or to a place of a plane in diagram units. */
export type CommentPlace = { elementId: ElementId } | { planeId: ElementId; x: number; y: number };

/** What the panel of comments is asked to show. */
export interface Discussion {
  /** The conversation that is looked at. */
  thread: string | null;
  /** Where somebody is about to comment. */
  compose: CommentPlace | null;
  /** Where that conversation is to be pinned. */
  moveTo: CommentPlace | null;
  /** Counts up, so that the same is asked for again. */
  serial: number;
}

export interface EditorState {
  history: History;
  selection: readonly ElementId[];
  /** The plane that is shown: the diagram, or the inside of a collapsed sub-process. */
  plane: ElementId;
  tool: Tool;
  /** The element whose label is being typed. */
  naming: ElementId | null;
  /** A field of the inspector that should get the focus, as problems name it. */
  focus: { elementId: ElementId; field?: string; serial: number } | null;
  /** What should come into view, with the focus left where it is. */
  shown: { elementId?: ElementId; at?: Point; serial: number } | null;
  remark: Remark | null;
  /** A drag under way: the document as it would be when let go. */
  preview: ProcessDocument | null;
  /** What other people have selected, by window. */
  others: readonly Other[];
  /** Open conversations about this draft, as far as they are loaded; none of the document. */
  conversations: readonly ThreadAnswer[];
  /** What the panel of comments shows; null while it is closed. */
  discussion: Discussion | null;
  /** The line to them, while it is open. */
  company: Company | null;
  /** `at` is when the person acted, in epoch milliseconds: a page that lags doesn't tear a burst apart. */
  apply(
    result: EditResult,
    options?: { burst?: string; at?: number; name?: boolean; keepSelection?: boolean },
  ): boolean;
  /** Replaces the document, for example after a reload; forgets the history. */
  replace(document: ProcessDocument): void;
  /** Goes on from a history that holds what somebody else saved. */
  goOn(history: History): void;
  undo(): void;
  redo(): void;
  select(ids: readonly ElementId[]): void;
  setTool(tool: Tool): void;
  setPlane(plane: ElementId): void;
  setPreview(document: ProcessDocument | null): void;
  startNaming(id: ElementId | null): void;
  focusField(elementId: ElementId, field?: string): void;
  /** Selects an element and brings it into view, on whichever plane it is drawn. */
  reveal(elementId: ElementId): void;
  /** Brings a place of a plane into view; the selection stays. */
  revealAt(plane: ElementId, at: Point): void;
  /** Opens the panel of comments, at a conversation or to write one; null closes it. */
  discuss(about: Partial<Omit<Discussion, 'serial'>> | null): void;
  say(text: string, refused?: boolean): void;
}

export type EditorStore = StoreApi<EditorState>;

/** The document as the person sees it right now, a drag included. */
export const shownDocument = (state: EditorState): ProcessDocument => state.preview ?? state.history.present;

/** The plane that is shown, as long as the document has it. */
const planeIn = (document: ProcessDocument, plane: ElementId): ElementId =>
  entry(document, plane)?.id ?? planes(document)[0]?.id ?? '';

type Ids = readonly ElementId[];
/** The list that is there when the new one says the same: who draws the selection has nothing to do then. */
const sameOr = (before: Ids, ids: Ids): Ids =>
  ids.length === before.length && ids.every((id, i) => id === before[i]) ? before : ids;
const stillThere = (document: ProcessDocument, ids: Ids): Ids =>
  sameOr(
    ids,
    ids.filter((id) => entry(document, id)),
  );

/** The editing session of one document: history, selection, tool. Every change goes through `apply`. */
export function createEditorStore(document: ProcessDocument): EditorStore {
  return createStore<EditorState>()((set, get) => {
    const remark = (text: string, refused = false): Remark => ({
      text,
      refused,
      serial: (get().remark?.serial ?? 0) + 1,
    });
    const goTo = (history: History, label: string | undefined, word: string) => {
      if (history === get().history) return;
      if (history.present === get().history.present)
        return set({
          history,
          remark: remark(`“${label}” can’t be ${word.toLowerCase()}: somebody else changed the same`, true),
        });
      const selection = stillThere(history.present, get().selection);
      const plane = planeIn(history.present, get().plane);
      set({
        history,
        selection,
        plane,
        preview: null,
        naming: null,
        remark: remark(`${word}: ${label ?? ''}`),
      });
    };
    return {
      history: newHistory(document),
      selection: [],
      plane: planes(document)[0]?.id ?? '',
      tool: { kind: 'select' },
      naming: null,
      focus: null,
      shown: null,
      remark: null,
      preview: null,
      others: [],
      conversations: [],
      discussion: null,
      company: null,
      apply(result, options = {}) {
        if (isRefused(result)) {
          set({ remark: remark(result.refused, true), preview: null });
          return false;
        }
        const burst = options.burst ? { key: options.burst, at: options.at ?? Date.now() } : undefined;
        const history = record(get().history, result.document, result.announce, burst);
        set({
          history,
          preview: null,
          plane: planeIn(result.document, get().plane),
          selection: options.keepSelection
            ? stillThere(result.document, get().selection)
            : sameOr(get().selection, result.select),
          naming: options.name ? (result.select[0] ?? null) : get().naming,
          remark: history === get().history ? get().remark : remark(result.announce),
        });
        return true;
      },
      replace: (next) =>
        set({
          history: newHistory(next),
          selection: [],
          preview: null,
          naming: null,
          plane: planes(next)[0]?.id ?? '',
        }),
      goOn: (history) =>
        set({
          history,
          selection: stillThere(history.present, get().selection),
          plane: planeIn(history.present, get().plane),
        }),
      undo: () => goTo(undo(get().history), undoLabel(get().history), 'Undone'),
      redo: () => goTo(redo(get().history), redoLabel(get().history), 'Redone'),
      select(ids) {
        const before = get().selection;
        if (sameOr(before, ids) !== before) set({ selection: ids });
      },
      setTool: (tool) => set({ tool }),
      setPlane: (plane) => set({ plane, selection: [] }),
      setPreview: (preview) => set({ preview }),
      startNaming: (naming) => set({ naming }),
      focusField: (elementId, field) =>
        set({
          selection: [elementId],
          focus: { elementId, field, serial: (get().focus?.serial ?? 0) + 1 },
          // the properties stand where the comments do
          discussion: null,
        }),
      reveal(elementId) {
        const { history, shown, plane } = get();
        const di = shapeOf(history.present, elementId) ?? edgeOf(history.present, elementId);
        const here = boundsOf(history.present, elementId, plane) ? plane : (di?.parent ?? plane);
        set({ selection: [elementId], plane: here, shown: { elementId, serial: (shown?.serial ?? 0) + 1 } });
      },
      revealAt(plane, at) {
        set({
          plane: planeIn(get().history.present, plane),
          shown: { at, serial: (get().shown?.serial ?? 0) + 1 },
        });
      },
      discuss(about) {
        const serial = (get().discussion?.serial ?? 0) + 1;
        set({ discussion: about && { thread: null, compose: null, moveTo: null, ...about, serial } });
      },
      say: (text, refused) => set({ remark: remark(text, refused) }),
    };
  });
}
