import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { diagramView, newDocument } from '@/lib/document';
import { StaticDiagram } from '../static-diagram';
import type { DiagramNode, DiagramView } from '../types';
import { svgMarkup } from './markup';
import { PRINT_COLOURS } from './print-colours';
import { svgFile } from './svg-file';

const view: DiagramView = {
  nodes: [
    {
      id: 'a',
      x: 0,
      y: 0,
      spec: { shape: 'task', bpmnType: 'bpmn:UserTask', width: 100, height: 80, label: 'A & <b>' },
    },
    {
      id: 'p',
      x: -40,
      y: -40,
      spec: { shape: 'pool', bpmnType: 'bpmn:Participant', width: 300, height: 200 },
    },
  ],
  edges: [
    {
      id: 'f',
      kind: 'message',
      waypoints: [
        { x: 100, y: 40 },
        { x: 200, y: 40 },
      ],
      label: 'Go "now"',
    },
  ],
  bounds: { x: -40, y: -40, width: 300, height: 200 },
};

/** What react-dom writes, without what only means something on a page. */
const plain = (html: string) =>
  html
    .replace(/ (?:class|style)="[^"]*"/g, '')
    .replace(/<(\w+)([^>]*)><\/\1>/g, '<$1$2/>')
    .replaceAll('&#x27;', "'");

describe('a drawing as a file', () => {
  it('writes what react-dom would write', () => {
    const drawing = <StaticDiagram view={view} title="T" />;
    expect(svgMarkup(drawing, (value) => value)).toBe(plain(renderToStaticMarkup(drawing)));
  });

  it('has title, size, white ground and no CSS variable', () => {
    const file = svgFile({ view, title: 'Order & pay', font: 'AAAA' });
    expect(file).toContain('<title>Order &amp; pay</title>');
    expect(file).toMatch(/<svg [^>]*viewBox="-60 -60 340 240"[^>]* width="340" height="240">/);
    expect(file).toContain('url(data:font/woff2;base64,AAAA)');
    expect(file).not.toContain('var(');
    expect(file).not.toMatch(/<svg [^>]*\/>/);
  });

  it('draws a sheet when there is nothing to draw', () => {
    const empty = { nodes: [], edges: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
    expect(svgFile({ view: empty, title: 'Nothing' })).toMatch(/width="140" height="100">.*<\/svg>\n$/s);
  });

  it('draws a new process', () => {
    const file = svgFile({ view: diagramView(newDocument({ name: 'N' })), title: 'N' });
    expect(file).toContain('stroke="#1b2421"');
  });

  it('paints the colours of the file, with what stands on a dark ground light', () => {
    const [node, pool] = view.nodes as [DiagramNode, DiagramNode];
    const given = (fill: string, of = node) => ({
      ...of,
      spec: { ...of.spec, colours: { fill, stroke: '#123456' } },
    });
    const draw = (one: DiagramNode) => svgFile({ view: { ...view, nodes: [one], edges: [] }, title: '' });
    expect(draw(given('#fffacd'))).toMatch(/<rect [^>]*fill="#fffacd" stroke="#123456"/);
    expect(draw(given('#fffacd'))).toMatch(/<text [^>]*fill="#1b2421"/);
    expect(draw(given('#102030'))).toMatch(/<text [^>]*fill="#e9ede8"/);
    expect(draw(given('#fffacd', pool))).toMatch(/<rect [^>]*fill="#fffacd"/);
  });

  it('has the theme’s colours', () => {
    const css = readFileSync('app/globals.css', 'utf8');
    for (const [token, [light, dark]] of Object.entries(PRINT_COLOURS))
      expect(css).toContain(`--${token}: light-dark(${light}, ${dark});`);
  });
});
