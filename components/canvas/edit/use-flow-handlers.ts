import type { MouseEvent } from 'react';
import type { Node } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import { get } from '@/lib/document';
import { isExpanded, isSubProcess } from '@/lib/editing';
import type { FlowNode } from '../flow/types';
import { enterSubProcess } from './sub-process/enter';
import type { useDrag } from './use-drag';

/** What React Flow reports of presses on elements: dragging, also of several, clicks and double clicks. */
export function useFlowHandlers(drag: Omit<ReturnType<typeof useDrag>, 'cancelDrag'>) {
  const editor = useEditorStore();
  const several = (handler: (typeof drag)['onNodeDrag']) => (event: MouseEvent, list: Node[]) =>
    list[0] && handler(event.nativeEvent, list[0] as FlowNode, list as FlowNode[]);
  const open = (_event: unknown, { id }: { id: string }) => {
    const document = editor.getState().history.present;
    const closed = isSubProcess(get(document, id)?.type ?? '') && !isExpanded(document, id);
    // A collapsed sub-process opens; everything else is named.
    if (closed) enterSubProcess(editor, id);
    else editor.getState().startNaming(id);
  };
  return {
    ...drag,
    onSelectionDragStart: several(drag.onNodeDragStart),
    onSelectionDrag: several(drag.onNodeDrag),
    onSelectionDragStop: several(drag.onNodeDragStop),
    onNodeClick: (event: MouseEvent, node: FlowNode) => {
      // React Flow leaves several selected when one of them is clicked.
      const adds = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!adds && editor.getState().selection.length > 1) editor.getState().select([node.id]);
    },
    onNodeDoubleClick: open,
    onEdgeDoubleClick: open,
  };
}
