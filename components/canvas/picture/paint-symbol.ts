import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

/** The part of a 2D canvas that symbols need. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'rotate'
  | 'fill'
  | 'stroke'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
>;

export interface PaintOptions {
  /** A CSS colour, `var()` included, as a plain one. */
  colour: (css: string) => string;
  /** Thinnest line, in the units of the symbol: thinner ones would hardly be seen. */
  leastLine: number;
  /** Makes outlines; `Path2D` in a browser. */
  path: (d?: string) => Path2D;
}

type Props = Record<string, unknown> & { children?: ReactNode };

/** What children take over from the group they are in. */
interface Paint {
  fill: string;
  stroke: string;
  strokeWidth: number;
  dash: string;
  cap: CanvasLineCap;
  join: CanvasLineJoin;
  /** How much larger groups around it make it. */
  scale: number;
}

const START: Paint = {
  fill: '#000',
  stroke: 'none',
  strokeWidth: 1,
  dash: '',
  cap: 'butt',
  join: 'miter',
  scale: 1,
};

/**
 * Draws a symbol of plain components (no hooks, no context) on a canvas, so that the small picture of an element is
 * made of the same shapes as the element. Knows groups, paths, rectangles and circles; words are left out.
 */
export function paintSymbol(pen: Pen, symbol: ReactNode, options: PaintOptions): void {
  const draw = (node: ReactNode, paint: Paint): void => {
    if (Array.isArray(node)) for (const each of node) draw(each, paint);
    if (!isValidElement(node)) return;
    const { type, props } = node as ReactElement<Props>;
    const component = componentOf(type);
    if (component) draw(component(props), paint);
    else if (type === Fragment) draw(props.children, paint);
    else element(type, props, paint);
  };
  const element = (type: unknown, props: Props, paint: Paint): void => {
    const own = paintOf(props, paint);
    pen.save();
    own.scale *= transform(pen, props.transform);
    if (typeof props.opacity === 'number') pen.globalAlpha *= props.opacity;
    if (type === 'g') draw(props.children, own);
    else {
      const path = outlineOf(type, props, options.path);
      if (path) ink(pen, path, own, props, options);
    }
    pen.restore();
  };
  draw(symbol, START);
}

type Component = (props: Props) => ReactNode;

/** The function behind a component, memoised or not; undefined for an SVG element. */
function componentOf(type: unknown): Component | undefined {
  if (typeof type === 'function') return type as Component;
  return typeof type === 'object' && type !== null && 'type' in type ? componentOf(type.type) : undefined;
}

function paintOf(props: Props, around: Paint): Paint {
  return {
    fill: text(props.fill) ?? around.fill,
    stroke: text(props.stroke) ?? around.stroke,
    strokeWidth: props.strokeWidth === undefined ? around.strokeWidth : Number(props.strokeWidth),
    dash: text(props.strokeDasharray) ?? around.dash,
    cap: (props.strokeLinecap as CanvasLineCap | undefined) ?? around.cap,
    join: (props.strokeLinejoin as CanvasLineJoin | undefined) ?? around.join,
    scale: around.scale,
  };
}

const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
const number = (value: unknown): number => (value === undefined ? 0 : Number(value));

/** `translate`, `scale` and `rotate` in the order they are written; answers how much larger it gets. */
function transform(pen: Pen, value: unknown): number {
  let larger = 1;
  for (const [, name, list] of text(value)?.matchAll(/(\w+)\(([^)]*)\)/g) ?? []) {
    const [a = 0, b] = (list ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (name === 'translate') pen.translate(a, b ?? 0);
    else if (name === 'rotate') pen.rotate((a * Math.PI) / 180);
    else if (name === 'scale') {
      pen.scale(a, b ?? a);
      larger *= Math.abs(a);
    }
  }
  return larger;
}

function outlineOf(type: unknown, props: Props, path: PaintOptions['path']): Path2D | undefined {
  if (type === 'path') return path(text(props.d) ?? '');
  const made = path();
  if (type === 'circle') made.arc(number(props.cx), number(props.cy), number(props.r), 0, 2 * Math.PI);
  else if (type === 'rect') {
    const [x, y, w, h] = [number(props.x), number(props.y), number(props.width), number(props.height)];
    made.roundRect(x, y, w, h, Math.max(0, number(props.rx)));
  } else return undefined;
  return made;
}

function ink(pen: Pen, path: Path2D, paint: Paint, props: Props, { colour, leastLine }: PaintOptions): void {
  if (paint.fill !== 'none' && paint.fill !== 'transparent') {
    const opacity = props.fillOpacity;
    const before = pen.globalAlpha;
    if (typeof opacity === 'number') pen.globalAlpha *= opacity;
    pen.fillStyle = colour(paint.fill);
    pen.fill(path);
    pen.globalAlpha = before;
  }
  if (paint.stroke === 'none' || paint.stroke === 'transparent') return;
  pen.strokeStyle = colour(paint.stroke);
  pen.lineWidth = Math.max(paint.strokeWidth, leastLine / paint.scale);
  pen.lineCap = paint.cap;
  pen.lineJoin = paint.join;
  pen.setLineDash(paint.dash === '' || paint.dash === 'none' ? [] : paint.dash.split(/[\s,]+/).map(Number));
  pen.stroke(path);
}
