import type { ProcessDocument } from '@/lib/document';
import { arrange, arrangeSelection, isNode, isRefused } from '@/lib/editing';
import type { EditorStore } from '../store/editor-store';
import { layoutEngine } from './engine';
import { movesBetween, tween } from './tween';

/** How long shapes take to their new places, in milliseconds. */
const DURATION_MS = 280;
/** More than this many moving shapes and lines appear at once in their new places. */
const MOST = 300;

/**
 * Arranges the diagram, or two and more selected elements, as one step. The engine works in a worker; what is
 * edited meanwhile wins.
 */
export async function arrangeDiagram(editor: EditorStore): Promise<void> {
  const { history, selection, apply, say } = editor.getState();
  const before = history.present;
  const chosen = selection.filter((id) => isNode(before.elements[id]));
  const [{ layoutDocument }, engine] = await Promise.all([import('@/lib/bpmn/layout'), layoutEngine()]);
  const layout = (document: ProcessDocument) => layoutDocument(document, engine);
  const result =
    chosen.length > 1 ? await arrangeSelection(before, chosen, layout) : await arrange(before, layout);
  const changed = () => editor.getState().history.present !== before;
  const late = () => say('The diagram changed meanwhile: arrange it again', true);
  if (changed()) return late();
  if (!isRefused(result)) await show(editor, before, result.document, changed);
  if (changed()) late();
  else apply(result);
}

/** Moves what is shown to its new places; nothing of it is kept. */
async function show(
  editor: EditorStore,
  before: ProcessDocument,
  after: ProcessDocument,
  stopped: () => boolean,
): Promise<void> {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  if (movesBetween(before, after) > MOST) return;
  const way = tween(before, after);
  const start = performance.now();
  for (;;) {
    const share = Math.min(1, ((await nextFrame()) - start) / DURATION_MS);
    if (share >= 1 || stopped()) return;
    editor.getState().setPreview(way(1 - (1 - Math.max(0, share)) ** 3));
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
