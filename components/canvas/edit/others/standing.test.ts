import { expect, it } from 'vitest';
import { createEditorStore } from '@/components/designer/store/editor-store';
import { planeOf } from '@/lib/document';
import { collapse } from '@/lib/editing';
import { done, planeId, sample, withSubProcess } from '@/lib/editing/testing/diagrams';
import { tellStanding } from './standing';
import { fakeCanvas, fakeCompany } from './testing/fakes';

const { sub, document: open } = withSubProcess(sample().document);
const document = done(collapse(open, sub)).document;
const [outside, inside] = [planeId(document), planeOf(document, sub)?.id ?? ''];

function setUp() {
  const editor = createEditorStore(document);
  const canvas = fakeCanvas();
  const { company, stood } = fakeCompany();
  const element = new EventTarget();
  const toDiagram = ({ x, y }: { x: number; y: number }) => {
    const [left, top, zoom] = canvas.getState().transform;
    return { x: (x - left) / zoom, y: (y - top) / zoom };
  };
  const stop = tellStanding({ company, editor, canvas, element, toDiagram });
  const move = (clientX: number, clientY: number) =>
    element.dispatchEvent(Object.assign(new Event('pointermove'), { clientX, clientY }));
  return { editor, canvas, element, stood, stop, move, now: () => stood.at(-1) };
}

it('tells the plane and the view at once, and the mouse when it points', () => {
  const { element, stood, move, now } = setUp();
  const view = { x: 0, y: 0, width: 1000, height: 500 };
  expect(stood).toEqual([{ plane: outside, pointer: undefined, view }]);
  move(10.4, 20.6);
  expect(now()).toEqual({ plane: outside, pointer: { x: 10, y: 21 }, view });
  element.dispatchEvent(new Event('pointerleave'));
  expect(now()?.pointer).toBeUndefined();
});

it('points at something else when the drawing moves under a resting mouse', () => {
  const { canvas, move, now } = setUp();
  move(100, 100);
  canvas.setViewport({ x: -300, y: 0, zoom: 2 });
  expect(now()).toEqual({
    plane: outside,
    pointer: { x: 200, y: 50 },
    view: { x: 150, y: 0, width: 500, height: 250 },
  });
});

it('tells another plane, and nothing for what changes nothing', () => {
  const { editor, canvas, stood, now } = setUp();
  editor.getState().setPlane(inside);
  expect(now()?.plane).toBe(inside);
  const before = stood.length;
  editor.getState().say('Something');
  canvas.setState({});
  expect(stood).toHaveLength(before);
});

it('is nowhere once it is stopped', () => {
  const { canvas, stood, stop, move } = setUp();
  stop();
  move(1, 1);
  canvas.setViewport({ x: 9, y: 9, zoom: 1 });
  expect(stood.slice(1)).toEqual([undefined]);
});
