import { readFileSync } from 'node:fs';
import { svgFile } from '@/components/bpmn/export/svg-file';
import { importBpmn } from '@/lib/bpmn/import';
import { layoutDocument } from '@/lib/bpmn/layout';
import { diagramView, type ProcessDocument, planeChoices } from '@/lib/document';

const FONT = 'node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2';
const font = readFileSync(FONT).toString('base64');

/** A drawing of each diagram of a file, laid out when it has none; the name tells them apart. */
export async function drawingsOf(bytes: Uint8Array): Promise<{ name: string; svg: string }[]> {
  const result = importBpmn(bytes);
  if (!result.ok) throw new Error(`${result.message} (line ${result.line})`);
  const document = await layoutDocument(result.document);
  return planeChoices(document).map(({ id, name }) => ({ name, svg: draw(document, id, name) }));
}

const draw = (document: ProcessDocument, plane: string, title: string): string =>
  svgFile({ view: diagramView(document, { plane }), title, font });
