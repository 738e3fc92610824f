import { useMemo } from 'react';
import { useEditorStore } from '@/components/designer/store/context';
import { CLIP_TYPE, type Clip, clipFromText, clipToText, copy, paste, remove } from '@/lib/editing';

/** What was copied last in this tab, for browsers that don't let pages read the clipboard. */
let kept: Clip | null = null;

async function write(clip: Clip): Promise<void> {
  kept = clip;
  const text = clipToText(clip);
  try {
    const types: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (ClipboardItem.supports?.(CLIP_TYPE)) types[CLIP_TYPE] = new Blob([text], { type: CLIP_TYPE });
    await navigator.clipboard.write([new ClipboardItem(types)]);
  } catch {
    // Not allowed or not there: pasting in this tab still works.
  }
}

async function read(): Promise<Clip | null> {
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = [CLIP_TYPE, 'text/plain'].find((each) => item.types.includes(each));
      const clip = type ? clipFromText(await (await item.getType(type)).text()) : null;
      if (clip) return clip;
    }
  } catch {
    return kept;
  }
  return kept;
}

/** Copy, cut and paste, also between tabs. */
export function useClipboard() {
  const editor = useEditorStore();
  return useMemo(() => {
    const copySelection = () => {
      const { history, selection, say } = editor.getState();
      const clip = copy(history.present, selection);
      if (!clip) return say('Select a step, event or gateway to copy it', true);
      void write(clip);
      say(selection.length === 1 ? 'Copied element' : `Copied ${selection.length} elements`);
    };
    const cut = () => {
      copySelection();
      const { history, selection, apply } = editor.getState();
      if (selection.length > 0) apply(remove(history.present, selection));
    };
    const pasteClip = async (inPlace: boolean) => {
      const clip = await read();
      const { history, plane, apply, say } = editor.getState();
      if (!clip) return say('There is nothing to paste', true);
      const { x, y, width, height } = clip.bounds;
      const at = inPlace ? undefined : { x: x + width / 2 + 30, y: y + height / 2 + 30 };
      apply(paste(history.present, clip, plane, at));
    };
    return { copySelection, cut, pasteClip };
  }, [editor]);
}
