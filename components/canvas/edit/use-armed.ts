import type { MouseEvent, PointerEvent } from 'react';
import { useEditorStore } from '@/components/designer/store/context';
import { useGestureStore } from './gesture-store';
import { useCommenting } from './pins/use-commenting';
import { useSpace } from './space/use-space';
import { useConnect } from './use-connect';
import { usePlacing } from './use-placing';

/** Pointer handling while something is armed: React Flow doesn't get these presses. */
export function useArmed() {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const placing = usePlacing();
  const connecting = useConnect();
  const spacing = useSpace();
  const commentAt = useCommenting();
  const armed = () => ['place', 'connect', 'space', 'comment'].includes(editor.getState().tool.kind);
  const onBoard = (target: EventTarget) =>
    target instanceof Element && target.closest('.react-flow__renderer') !== null;
  const swallow = (event: { stopPropagation: () => void; target: EventTarget }) => {
    if (armed() && onBoard(event.target)) event.stopPropagation();
  };
  return {
    onMouseDownCapture: swallow,
    onPointerDownCapture: (event: PointerEvent) => {
      if (editor.getState().tool.kind === 'space' && onBoard(event.target)) spacing.start(event);
      swallow(event);
    },
    onPointerMove: (event: PointerEvent) => {
      const { tool } = editor.getState();
      const at = { x: event.clientX, y: event.clientY };
      if (tool.kind === 'place') placing.hover(tool.what, at);
      else if (tool.kind === 'connect') connecting.hover(at);
    },
    onPointerLeave: () => editor.getState().tool.kind === 'place' && placing.leave(),
    onClickCapture: (event: MouseEvent) => {
      const { tool } = editor.getState();
      if (!armed() || !onBoard(event.target)) return;
      event.stopPropagation();
      const at = { x: event.clientX, y: event.clientY };
      if (tool.kind === 'place') placing.placeAt(tool.what, at, event.ctrlKey || event.metaKey);
      else if (tool.kind === 'connect') connecting.click(at);
      else if (tool.kind === 'comment') commentAt(at);
      gestures.setState({ ghost: null });
    },
  };
}
