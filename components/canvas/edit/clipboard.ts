import type { EditorStore } from '@/components/designer/store/editor-store';
import type { ProcessDocument } from '@/lib/document';
import {
  CLIP_TYPE,
  type Clip,
  clipFromText,
  clipToText,
  copy,
  duplicate,
  looksLikeBpmn,
  paste,
  pasteXml,
  remove,
} from '@/lib/editing';
import { readXml, writeXml } from './clipboard-xml';

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

/** Puts what is selected on the clipboard. */
export function copySelection(editor: EditorStore): void {
  const { history, selection, say } = editor.getState();
  const clip = copy(history.present, selection);
  if (!clip) {
    say('Select a step, event or gateway to copy it', true);
    return;
  }
  void write(history.present, clip);
  say(selection.length === 1 ? 'Copied element' : `Copied ${selection.length} elements`);
}

/** Draws what is selected a second time, beside it. */
export function duplicateSelection(editor: EditorStore): void {
  const { history, selection, apply } = editor.getState();
  apply(duplicate(history.present, selection));
}

/** Puts what is selected on the clipboard and takes it off the diagram. */
export function cut(editor: EditorStore): void {
  copySelection(editor);
  const { history, selection, apply } = editor.getState();
  if (selection.length > 0) apply(remove(history.present, selection));
}

/**
 * Draws what lies on the clipboard.
 * @param centre where a file of another tool goes; absent to leave everything where it was
 */
export async function pasteClip(editor: EditorStore, centre?: { x: number; y: number }): Promise<void> {
  const found = await read();
  const { history, plane, apply, say } = editor.getState();
  if (!found) {
    say('There is nothing to paste', true);
    return;
  }
  if ('xml' in found) {
    const into = centre ? { plane, at: centre } : { plane };
    const result = await pasteXml(history.present, found.xml, into, await readXml());
    const { history: now } = editor.getState();
    if (now.present === history.present) apply(result);
    else say('The diagram changed meanwhile: paste again', true);
    return;
  }
  const { x, y, width, height } = found.bounds;
  const at = centre ? { x: x + width / 2 + 30, y: y + height / 2 + 30 } : undefined;
  apply(paste(history.present, found, plane, at));
}
