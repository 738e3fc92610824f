import { expect, it } from 'vitest';
import { createEditorStore } from '@/components/designer/store/editor-store';
import { planeOf, planes } from '@/lib/document';
import { isExpanded } from '@/lib/editing';
import { planeId, sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { enterSubProcess, toggleSubProcess } from './enter';
import { trailOf } from './trail';

const { document, sub } = withSubProcess(sample().document);

it('closes a sub-process in place, goes into it, and knows the way back', () => {
  const editor = createEditorStore(document);
  toggleSubProcess(editor, sub);
  expect(isExpanded(editor.getState().history.present, sub)).toBe(false);
  expect(enterSubProcess(editor, sub)).toBe(true);
  const { history, plane } = editor.getState();
  expect(plane).toBe(planeOf(history.present, sub)?.id);
  expect(trailOf(history.present, plane).map((each) => each.plane)).toEqual([planeId(document), plane]);
  editor.getState().undo();
  expect(editor.getState().history.present).toBe(document);
  expect(editor.getState().plane).toBe(planes(document)[0]?.id);
});

it('says that an open one is drawn right here', () => {
  const editor = createEditorStore(document);
  expect(enterSubProcess(editor, sub)).toBe(false);
  expect(editor.getState().remark).toMatchObject({ refused: true });
  expect(editor.getState().history.present).toBe(document);
});
