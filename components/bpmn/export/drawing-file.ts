import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagramView, type ProcessDocument } from '@/lib/document';
import { svgFile } from './svg-file';

const FONT = 'node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2';

let font: Promise<string | undefined> | undefined;

/** Without the font a drawing is still right, in other letters. */
const geist = (): Promise<string | undefined> =>
  (font ??= readFile(path.join(process.cwd(), FONT), 'base64').catch(() => undefined));

interface Drawing {
  fileName: string;
  title: string;
  document: ProcessDocument;
  plane?: string | undefined;
}

/** A diagram of a document as an SVG file, its font inside. */
export async function drawingFile({ fileName, title, document, plane }: Drawing) {
  const view = diagramView(document, plane ? { plane } : {});
  return { fileName, content: svgFile({ view, title, font: await geist() }) };
}
