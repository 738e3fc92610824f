import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { importBpmn } from '@/lib/bpmn';
import type { ProcessDocument } from '@/lib/document';
import { type TemplateFile, templateFile } from './file';

/** A template as its folder holds it. */
export interface Template {
  templateId: string;
  file: TemplateFile;
  document: ProcessDocument;
  /** DMN XML of the decision table that the process asks. */
  decision?: string;
}

// Read from the installation's folder, which every command runs in; the files are not bundled, so that they can be
// opened and imported like any other.
const folder = (...names: string[]): string =>
  path.join(process.cwd(), 'lib', 'templates', 'library', ...names);

/** The folders of the templates, in the order of their names. */
export async function templateIds(): Promise<string[]> {
  const entries = await readdir(folder(), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const kept = new Map<string, Promise<Template>>();

/** Reads a template once; undefined when there is none of that id. @throws when its files are broken */
export async function readTemplate(templateId: string): Promise<Template | undefined> {
  if (!(await templateIds()).includes(templateId)) return undefined;
  const known = kept.get(templateId);
  if (known && process.env.NODE_ENV === 'production') return known;
  const reading = readFolder(templateId);
  kept.set(templateId, reading);
  reading.catch(() => kept.delete(templateId));
  return reading;
}

/** Every template. */
export const readTemplates = async (): Promise<Template[]> =>
  Promise.all((await templateIds()).map(async (id) => (await readTemplate(id)) as Template));

async function readFolder(templateId: string): Promise<Template> {
  const text = (name: string) => readFile(folder(templateId, name), 'utf8');
  const [xml, about, decision] = await Promise.all([
    text('process.bpmn'),
    text('template.json'),
    optional(text('decision.dmn')),
  ]);
  const imported = importBpmn(xml);
  if (!imported.ok) throw new Error(`The template “${templateId}” can’t be read: ${imported.message}`);
  const file = templateFile.parse(JSON.parse(about));
  return { templateId, file, document: imported.document, ...(decision === undefined ? {} : { decision }) };
}

async function optional(reading: Promise<string>): Promise<string | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
