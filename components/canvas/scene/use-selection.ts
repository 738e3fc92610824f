import { useEffect, useMemo, useRef } from 'react';
import { type EdgeChange, type NodeChange, useStoreApi } from 'reactflow';
import type { Bounds, DiagramEdge, DiagramView, SymbolSpec } from '@/components/bpmn/types';
import { useEditorStore } from '@/components/designer/store/context';
import { covers } from '@/lib/editing/geometry';
import type { FlowLine, FlowNode } from '../flow/types';

/**
 * React Flow says what was selected; the session keeps it. What isn't mounted React Flow doesn't know: a click on one
 * element lets go of those too, and what a lasso holds is found in the document.
 */
export function useSelection(view: DiagramView) {
  const editor = useEditorStore();
  const flow = useStoreApi();
  const latest = useRef(view);
  latest.current = view;
  const lasso = useRef(false);
  useEffect(
    () =>
      flow.subscribe(({ userSelectionRect: rect, transform: [x, y, zoom] }, before) => {
        if (!lasso.current || !rect || rect === before.userSelectionRect) return;
        const { width, height } = rect;
        const box = {
          x: (rect.x - x) / zoom,
          y: (rect.y - y) / zoom,
          width: width / zoom,
          height: height / zoom,
        };
        editor.getState().select(heldBy(latest.current, box));
      }),
    [editor, flow],
  );
  return useMemo(() => {
    const select = (changes: (NodeChange<FlowNode> | EdgeChange<FlowLine>)[]) => {
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length === 0 || lasso.current) return;
      const adds = flow.getState().multiSelectionActive || !picks.some(({ selected }) => selected);
      const chosen = new Set(adds ? editor.getState().selection : []);
      for (const { id, selected } of picks) {
        if (selected) chosen.add(id);
        else chosen.delete(id);
      }
      editor.getState().select([...chosen]);
    };
    return {
      select,
      onSelectionStart: () => {
        lasso.current = true;
        editor.getState().select([]);
      },
      onSelectionEnd: () => {
        lasso.current = false;
      },
    };
  }, [editor, flow]);
}

/** What lies whole in a box, and the flows that begin or end there. */
export function heldBy({ nodes, edges }: DiagramView, box: Bounds): string[] {
  const ids = nodes.filter(({ x, y, spec }) => covers(box, { x, y, ...sizeOf(spec) })).map(({ id }) => id);
  const held = new Set(ids);
  const touching = ({ sourceId = '', targetId = '' }: DiagramEdge) =>
    held.has(sourceId) || held.has(targetId);
  return [...ids, ...edges.filter(touching).map(({ id }) => id)];
}

const sizeOf = ({ width, height }: SymbolSpec) => ({ width, height });
