import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { importBpmn } from '@/lib/bpmn/import';
import type { ImportFailure, Problem } from '@/lib/bpmn/problems';
import type { ElementId, ProcessDocument } from '@/lib/document';
import { readText } from '@/lib/text';
import { CliError } from './command';

const TEXT = /\.ya?ml$/;
const XML = /\.(?:bpmn|bpmn2|bpmn20\.xml)$/;
/** Scenarios lie beside models and are no models. */
const NO_MODEL = /\.scenario\.ya?ml$/;

/** The model files that arguments name: files themselves, and those in folders, at any depth. */
export function modelFiles(args: readonly string[], cwd: string): string[] {
  const found = (args.length > 0 ? args : ['.']).flatMap((arg) => {
    const full = path.resolve(cwd, arg);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) throw new CliError(`There is no file or folder “${arg}”.`);
    return stat.isDirectory() ? inFolder(full) : [full];
  });
  const files = [...new Set(found)].sort();
  if (files.length === 0) throw new CliError('There are no models here: files that end in .yaml or .bpmn.');
  return files;
}

function inFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return inFolder(full);
    return isModel(full) ? [full] : [];
  });
}

/** Whether a file's name says that it is a model; other YAML lies beside models in many folders. */
function isModel(file: string): boolean {
  if (XML.test(file)) return true;
  return (
    TEXT.test(file) &&
    !NO_MODEL.test(file) &&
    /^(?:countersign|process|elements):/m.test(readFileSync(file, 'utf8'))
  );
}

export interface ReadModel {
  ok: true;
  content: string;
  mediaType: string;
  document: ProcessDocument;
  notes: Problem[];
  /** Where an element, or one of its fields, stands. */
  place: (elementId: ElementId, field?: string) => { line: number; column: number };
}

/** Reads a model file of either form. */
export function readModel(file: string): ReadModel | ImportFailure {
  const bytes = readFileSync(file);
  const content = bytes.toString('utf8');
  if (XML.test(file)) {
    const result = importBpmn(bytes);
    const place = (id: ElementId) => placeInXml(content, id);
    return result.ok ? { ...result, content, mediaType: 'application/xml', place } : result;
  }
  const result = readText(content);
  if (!result.ok) return result;
  const { places } = result;
  const place = (id: ElementId, field = '') => {
    const [key = ''] = field.split(/[.[]/);
    return places.get(`${id} ${key}`) ?? places.get(id) ?? { line: 1, column: 1 };
  };
  return { ...result, content, mediaType: 'application/yaml', place };
}

function placeInXml(xml: string, id: string): { line: number; column: number } {
  const found = Math.max(xml.indexOf(` id="${id}"`), xml.indexOf(` id='${id}'`));
  const before = xml.slice(0, Math.max(0, found)).split('\n');
  return { line: before.length, column: found < 0 ? 1 : (before.at(-1)?.length ?? 0) + 2 };
}
