import { StaticDiagram } from '../static-diagram';
import type { DiagramView } from '../types';
import { svgMarkup } from './markup';
import { withoutTokens } from './print-colours';

export interface SvgFileOptions {
  view: DiagramView;
  /** Names the picture: its `title`, read out and shown by programs that open it. */
  title: string;
  /** The bytes of a WOFF2 of Geist in base64; without it other programs use their own sans-serif. */
  font?: string;
}

/** An SVG can't be empty: a diagram with nothing in it is a small white sheet. */
const LEAST = { x: 0, y: 0, width: 100, height: 60 };

/**
 * A diagram as an SVG file of its own: title, plain colours on white, size in pixels at 100 %, and the font
 * inside, so that it looks the same everywhere. Light whatever the theme: files are printed and mailed.
 */
export function svgFile({ view, title, font }: SvgFileOptions): string {
  const bounds = view.nodes.length + view.edges.length > 0 ? view.bounds : LEAST;
  const markup = svgMarkup(<StaticDiagram view={{ ...view, bounds }} title={title} />, withoutTokens);
  const [, box = '0 0 100 60'] = /viewBox="([^"]*)"/.exec(markup) ?? [];
  const [x, y, width, height] = box.split(' ');
  const face = font
    ? `<defs><style>@font-face{font-family:Geist;font-weight:100 900;src:url(data:font/woff2;base64,${font}) format('woff2')}</style></defs>`
    : '';
  const sheet = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`;
  const head = svgMarkup(<title>{title}</title>, (value) => value);
  const [, opening = '', rest = ''] = /^(<svg [^>]*?)(?:\/>$|>(.*)<\/svg>$)/s.exec(markup) ?? [];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opening} width="${width}" height="${height}">${head}${face}${sheet}${rest}</svg>\n`;
}
