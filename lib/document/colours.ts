import { childrenOf, get } from './selectors';
import type { DocElement, ProcessDocument } from './types';

/** Colours that another tool gave an element in a diagram, as CSS colours; absent means “as usual”. */
export interface GivenColours {
  fill?: string;
  stroke?: string;
  /** Of the text. */
  label?: string;
}

/** A colour by number or name. Anything else (such as `url(…)`, which would load something) is no colour. */
const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,30}|rgba?\([\d\s.,%/]{1,40}\))$/i;
/** White grounds and black lines are what tools write when nobody chose a colour. */
const USUAL = {
  fill: /^(?:#fff|#ffffff|#ffffffff|white|none|transparent|inherit)$/i,
  stroke: /^(?:#000|#000000|#000000ff|black|none|transparent|inherit)$/i,
};

/**
 * The colours a shape or edge is drawn in. Read from BPMN in Color (OMG, non-normative) and bpmn.io's older
 * attributes; where both are written the standard's count.
 */
export function coloursOf(document: ProcessDocument, di: DocElement): GivenColours | undefined {
  const text = get(document, childrenOf(document, di.id, 'label')[0]?.id);
  const fill = colour(di, 'fill', 'color:background-color', 'bioc:fill');
  const stroke = colour(di, 'stroke', 'color:border-color', 'bioc:stroke');
  const label = text && colour(text, 'stroke', 'color:color');
  if (!fill && !stroke && !label) return undefined;
  return { ...(fill && { fill }), ...(stroke && { stroke }), ...(label && { label }) };
}

function colour(di: DocElement, kind: 'fill' | 'stroke', ...keys: string[]): string | undefined {
  const given = keys.map((key) => di.attrs[key]).find((value) => value !== undefined);
  const value = String(given ?? '').trim();
  return COLOUR.test(value) && !USUAL[kind].test(value) ? value.toLowerCase() : undefined;
}

/** How light a colour is, 0 to 1; undefined for names and functions, whose value only a browser knows. */
function lightness(colour: string): number | undefined {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})/i.exec(colour)?.[1];
  if (!hex) return undefined;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** Whether what stands on a ground of this colour has to be light to be read. */
export const isDark = (colour: string): boolean => (lightness(colour) ?? 1) < 0.5;
