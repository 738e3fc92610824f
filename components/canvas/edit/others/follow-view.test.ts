import { expect, it } from 'vitest';
import { createEditorStore } from '@/components/designer/store/editor-store';
import { planeOf } from '@/lib/document';
import { collapse } from '@/lib/editing';
import { done, planeId, sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { followView } from './follow-view';
import { fakeCanvas, fakeCompany } from './testing/fakes';

const { sub, document: open } = withSubProcess(sample().document);
const document = done(collapse(open, sub)).document;
const [outside, inside] = [planeId(document), planeOf(document, sub)?.id ?? ''];
const view = { x: 100, y: 100, width: 500, height: 250 };

function setUp() {
  const editor = createEditorStore(document);
  const canvas = fakeCanvas();
  const { company, tell, following } = fakeCompany();
  company.follow('ada/1');
  const moves: unknown[] = [];
  const stop = followView({
    company,
    following: 'ada/1',
    editor,
    canvas,
    setViewport: (viewport) => {
      moves.push(viewport);
      canvas.setViewport(viewport);
    },
    frame: () => () => {},
    still: () => true,
  });
  return { editor, canvas, tell, following, stop, moves, shown: () => canvas.getState().transform };
}

it('shows what they see, and again when the canvas gets another size', () => {
  const { canvas, tell, following, shown } = setUp();
  expect(shown()).toEqual([0, 0, 1]);
  tell('ada/1', { plane: outside, view });
  expect(shown()).toEqual([-200, -200, 2]);
  canvas.setState({ width: 500 });
  expect(shown()).toEqual([-100, 25, 1]);
  tell('ben/1', { plane: outside, view: { ...view, x: 900 } });
  tell('ada/1', { plane: outside, pointer: { x: 1, y: 1 } });
  expect(shown()).toEqual([-100, 25, 1]);
  expect(following()).toBe('ada/1');
});

it('stays as it is while they only point', () => {
  const { tell, moves } = setUp();
  tell('ada/1', { plane: outside, view });
  expect(moves).toHaveLength(1);
  tell('ada/1', { plane: outside, view: { ...view }, pointer: { x: 1, y: 1 } });
  tell('ada/1', { plane: outside, view: { ...view }, pointer: { x: 9, y: 1 } });
  expect(moves).toHaveLength(1);
});

it('goes into a sub-process with them and comes out again, and not into one that isn’t known here', () => {
  const { editor, tell, following, shown } = setUp();
  tell('ada/1', { plane: inside, view });
  expect([editor.getState().plane, shown()]).toEqual([inside, [-200, -200, 2]]);
  tell('ada/1', { plane: 'a new one', view: { ...view, x: 0 } });
  expect([editor.getState().plane, shown()]).toEqual([inside, [-200, -200, 2]]);
  tell('ada/1', { plane: outside, view });
  expect([editor.getState().plane, following()]).toEqual([outside, 'ada/1']);
});

it('ends when the person moves the drawing or enters a sub-process', () => {
  const one = setUp();
  one.tell('ada/1', { plane: outside, view });
  one.canvas.setViewport({ x: -200, y: -190, zoom: 2 });
  expect(one.following()).toBeNull();
  const other = setUp();
  other.tell('ada/1', { plane: outside, view });
  other.editor.getState().setPlane(inside);
  expect(other.following()).toBeNull();
});

it('leaves the view alone once it is stopped', () => {
  const { tell, stop, following, canvas, shown } = setUp();
  stop();
  tell('ada/1', { plane: outside, view });
  expect(shown()).toEqual([0, 0, 1]);
  canvas.setViewport({ x: 1, y: 1, zoom: 1 });
  expect(following()).toBe('ada/1');
});
