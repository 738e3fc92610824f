import { useCallback } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import type { Point } from '@/lib/document';
import { elementAt } from '../hit';

/**
 * Begins a comment about what is at a point of the window, or, with `note`, a sticky note there in any case. With the tool
 * that moves a conversation, moves it there.
 */
export function useCommenting(): (client: Point, note?: boolean) => void {
  const editor = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(
    (client, note = false) => {
      const { history, plane, tool, setTool, discuss } = editor.getState();
      const at = screenToFlowPosition(client, { snapToGrid: false });
      const elementId = note ? undefined : elementAt(history.present, plane, at);
      setTool({ kind: 'select' });
      const place = elementId ? { elementId } : { planeId: plane, x: Math.round(at.x), y: Math.round(at.y) };
      if (tool.kind === 'comment' && tool.thread) discuss({ thread: tool.thread, moveTo: place });
      else discuss({ compose: place });
    },
    [editor, screenToFlowPosition],
  );
}
