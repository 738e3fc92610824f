import { useMemo } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import type { ProcessDocument } from '@/lib/document';
import {
  CLIP_TYPE,
  type Clip,
  clipFromText,
  clipToText,
  copy,
  looksLikeBpmn,
  paste,
  pasteXml,
  remove,
} from '@/lib/editing';
import { readXml, writeXml } from './clipboard-xml';
import { useBoard } from './use-board';

/** What was copied last in this tab, for browsers that don't let pages read the clipboard. */
let kept: Clip | null = null;
/** The same as the text that was written, to know it again. */
let written: string | null = null;

const blob = (text: string, type: string): Blob => new Blob([text], { type });

/** Puts elements on the clipboard: as they are for Countersign, and as a BPMN file for everything else. */
async function write(document: ProcessDocument, clip: Clip): Promise<void> {
  kept = clip;
  try {
    const own = ClipboardItem.supports?.(CLIP_TYPE)
      ? { [CLIP_TYPE]: blob(clipToText(clip), CLIP_TYPE) }
      : undefined;
    // The promise goes in as it is: browsers want to be asked while the key is still pressed.
    const xml = writeXml(document, clip).then((text) => {
      written = text;
      return blob(text, 'text/plain');
    });
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': xml, ...own })]);
  } catch {
    // Not allowed or not there: pasting in this tab still works.
  }
}

/** What lies on the clipboard: elements of ours, or the BPMN file of another tool. */
async function read(): Promise<Clip | { xml: string } | null> {
  try {
    for (const item of await navigator.clipboard.read()) {
      for (const type of [CLIP_TYPE, 'text/plain']) {
        if (!item.types.includes(type)) continue;
        const text = await (await item.getType(type)).text();
        const clip = clipFromText(text);
        if (clip) return clip;
        if (looksLikeBpmn(text)) return kept && text === written ? kept : { xml: text };
      }
    }
  } catch {
    return kept;
  }
  return kept;
}
/** Copy, cut and paste, also between tabs. */
export function useClipboard() {
  const editor = useEditorStore();
  const board = useBoard();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const copySelection = () => {
      const { history, selection, say } = editor.getState();
      const clip = copy(history.present, selection);
      if (!clip) return say('Select a step, event or gateway to copy it', true);
      void write(history.present, clip);
      say(selection.length === 1 ? 'Copied element' : `Copied ${selection.length} elements`);
    };
    const cut = () => {
      copySelection();
      const { history, selection, apply } = editor.getState();
      if (selection.length > 0) apply(remove(history.present, selection));
    };
    const pasteClip = async (inPlace: boolean) => {
      const found = await read();
      const { history, plane, apply, say } = editor.getState();
      if (!found) return say('There is nothing to paste', true);
      if ('xml' in found) {
        const at = inPlace ? undefined : screenToFlowPosition(board.centre(), { snapToGrid: false });
        const into = at ? { plane, at } : { plane };
        const result = await pasteXml(history.present, found.xml, into, await readXml());
        const { history: now } = editor.getState();
        if (now.present === history.present) apply(result);
        else say('The diagram changed meanwhile: paste again', true);
        return;
      }
      const { x, y, width, height } = found.bounds;
      const at = inPlace ? undefined : { x: x + width / 2 + 30, y: y + height / 2 + 30 };
      apply(paste(history.present, found, plane, at));
    };
    return { copySelection, cut, pasteClip };
  }, [editor, board, screenToFlowPosition]);
}
