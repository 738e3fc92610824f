import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../setup/folders.mjs';
import { round1 } from '../stats';
import type { Model } from './model';
import { announcedOpening, type Operations, type Place, type Subject } from './subject';

const FOLDER = path.join(ROOT, 'node_modules/bpmn-js');
const ADDRESS = 'http://bpmn-js.bench/';
const STYLES = [
  'dist/assets/diagram-js.css',
  'dist/assets/bpmn-js.css',
  'dist/assets/bpmn-font/css/bpmn-embedded.css',
];

/** What the page uses of bpmn-js. */
interface Modeler {
  importXML: (xml: string) => Promise<unknown>;
  get: (name: string) => never;
}
declare global {
  interface Window {
    BpmnJS: new (options: object) => Modeler;
    __modeler: Modeler;
  }
}

/** The version that is measured. */
export const bpmnJsVersion: string = JSON.parse(
  readFileSync(path.join(FOLDER, 'package.json'), 'utf8'),
).version;

/** bpmn-js's modeler alone on a page, as it comes, its watermark included. */
export function bpmnJs(page: Page): Subject {
  let xml = '';
  const announced = announcedOpening(page, 'window.__modeler !== undefined');
  const prepare = page.route(`${ADDRESS}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html(xml) });
    return route.fulfill({ path: path.join(FOLDER, name) });
  });
  return {
    name: `bpmn-js ${bpmnJsVersion}`,
    open: async (model: Model) => {
      await Promise.all([prepare, announced]);
      xml = model.xml;
      await page.goto(ADDRESS);
      await page.waitForFunction(() => window.__modeler !== undefined, undefined, { timeout: 120_000 });
      await page.goto('about:blank');
      const opened = (await announced)();
      await page.goto(ADDRESS, { waitUntil: 'commit' });
      return round1(await opened);
    },
    show: async (how) => {
      await page.evaluate(showNow, how);
      await page.waitForTimeout(600);
    },
    place: () => page.evaluate(placeNow),
    operations: async (model) => {
      const task = model.nodes[Math.floor(model.nodes.length / 2) + 1];
      return page.evaluate(operations, task?.id ?? '');
    },
  };
}

const html = (xml: string): string => `<!doctype html><html><head><meta charset="utf-8"><title>bpmn-js</title>
${STYLES.map((style) => `<link rel="stylesheet" href="${style}">`).join('')}
<style>html, body, #canvas { height: 100%; margin: 0; }</style></head>
<body><div id="canvas"></div><script src="dist/bpmn-modeler.production.min.js"></script>
<script id="xml" type="application/xml">${xml}</script>
<script>
  const modeler = new BpmnJS({ container: '#canvas' });
  modeler.importXML(document.getElementById('xml').textContent).then(() => {
    modeler.get('canvas').zoom('fit-viewport');
    window.__modeler = modeler;
  });
</script></body></html>`;

interface Canvas {
  zoom: (level: number | string, centre?: string) => void;
  viewbox: () => { x: number; y: number; scale: number };
}

function showNow(how: 'full' | 'fitted'): void {
  const canvas = window.__modeler.get('canvas') as Canvas;
  canvas.zoom('fit-viewport', 'auto');
  if (how === 'full') canvas.zoom(1, 'auto');
}

function placeNow(): Place {
  const { x, y, scale } = (window.__modeler.get('canvas') as Canvas).viewbox();
  const { width, height } = document.body.getBoundingClientRect();
  return { x: -x * scale, y: -y * scale, zoom: scale, board: { x: 0, y: 0, width, height } };
}

/** Through the command stack, each with the layout it causes; the median of seven after two to warm up. */
function operations(id: string): Operations {
  type Modeling = {
    moveElements: (elements: object[], by: { x: number; y: number }) => void;
    appendShape: (source: object, shape: object) => void;
  };
  const modeling = window.__modeler.get('modeling') as Modeling;
  const stack = window.__modeler.get('commandStack') as { undo: () => void };
  const element = (window.__modeler.get('elementRegistry') as { get: (id: string) => object }).get(id);
  const timed = (work: () => void): number => {
    const began = performance.now();
    work();
    document.body.getBoundingClientRect();
    return performance.now() - began;
  };
  const all: Record<keyof Operations, number[]> = { move: [], append: [], undo: [] };
  for (let i = 0; i < 9; i++) {
    all.move.push(timed(() => modeling.moveElements([element], { x: 10, y: 0 })));
    all.undo.push(timed(() => stack.undo()));
    all.append.push(timed(() => modeling.appendShape(element, { type: 'bpmn:Task' })));
    timed(() => stack.undo());
  }
  const middle = (list: number[]) => [...list.slice(2)].sort((a, b) => a - b)[3] ?? 0;
  const rounded = (list: number[]) => Math.round(middle(list) * 10) / 10;
  return { move: rounded(all.move), append: rounded(all.append), undo: rounded(all.undo) };
}
