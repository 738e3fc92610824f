import { useMemo } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import { useBoard } from './use-board';

type Clipboard = typeof import('./clipboard');

let loaded: Clipboard | null = null;

/** What copies and pastes is fetched ahead of need: browsers give the clipboard only while the key is fresh. */
export const CLIPBOARD = {
  preload: async () => {
    loaded = await import('./clipboard');
  },
};

/** Copy, cut and paste, also between tabs. */
export function useClipboard() {
  const editor = useEditorStore();
  const board = useBoard();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const use = (work: (clipboard: Clipboard) => unknown) => {
      if (loaded) return void work(loaded);
      CLIPBOARD.preload().then(
        () => loaded && work(loaded),
        () => editor.getState().say('Copying can’t be loaded. Is the server reachable?', true),
      );
    };
    return {
      copySelection: () => use((clipboard) => clipboard.copySelection(editor)),
      duplicateSelection: () => use((clipboard) => clipboard.duplicateSelection(editor)),
      cut: () => use((clipboard) => clipboard.cut(editor)),
      pasteClip: (inPlace: boolean) => {
        const centre = inPlace ? undefined : screenToFlowPosition(board.centre(), { snapToGrid: false });
        use((clipboard) => clipboard.pasteClip(editor, centre));
      },
    };
  }, [editor, board, screenToFlowPosition]);
}
