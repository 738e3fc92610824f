import type { ProcessDocument } from '@/lib/document/types';
import { LIMITS } from '../limits';
import { NamespaceTable } from '../metamodel/namespaces';
import { typeInfo } from '../metamodel/types';
import { type ImportFailure, ImportRefused, type Problem } from '../problems';
import { decodeXml } from '../xml/decode';
import { readXml } from '../xml/read';
import { BPMN, type XmlNode, type XmlTree } from '../xml/tree';
import { EntryReader } from './entries';
import { settleReferences } from './references';

/** A file that was read, with what a person should know about it; `error` notes stop it from running only. */
export interface ImportSuccess {
  ok: true;
  document: ProcessDocument;
  notes: Problem[];
}

/**
 * Reads BPMN 2.0 XML into a document, keeping everything it can read. Give bytes where you have them: the
 * encoding is then taken from the file. A file that can't be read is a value with line and reason, never an
 * exception. Layout is separate (`layoutDocument`).
 */
export function importBpmn(file: Uint8Array | string): ImportSuccess | ImportFailure {
  try {
    return convert(readXml(textOf(file)));
  } catch (error) {
    if (error instanceof ImportRefused) return { ok: false, ...error.failure };
    throw error;
  }
}

function textOf(file: Uint8Array | string): string {
  const size = typeof file === 'string' ? new TextEncoder().encode(file).length : file.byteLength;
  if (size > LIMITS.bytes) {
    const message = `The file has ${(size / 1e6).toFixed(1)} MB; more than ${LIMITS.bytes / 1e6} MB is not read.`;
    throw new ImportRefused({ code: 'too-large', message });
  }
  const text = typeof file === 'string' ? file : decodeXml(file);
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') throw new ImportRefused({ code: 'empty', message: 'The file is empty.' });
  if (!start.startsWith('<')) {
    const json = /^[{[]/.test(start);
    const message = json
      ? 'This is JSON, not XML. Choose a BPMN 2.0 file (.bpmn).'
      : 'This is not XML: it doesn’t start with “<”. Choose a BPMN 2.0 file (.bpmn).';
    throw new ImportRefused({ code: 'not-xml', message, line: 1, column: 1 });
  }
  return text;
}

function convert({ root, namespaces, dropped }: XmlTree): ImportSuccess {
  const type = typeInfo('bpmn:Definitions');
  if (!type || root.name.uri !== BPMN || root.name.local !== 'definitions') throw notBpmn(root);
  const reader = new EntryReader(new NamespaceTable(namespaces));
  const id = reader.read(root, type, { parent: null, containment: '', index: 0 });
  const document: ProcessDocument = { format: 1, root: id, namespaces, elements: reader.elements };
  return {
    ok: true,
    document,
    notes: [...reader.notes, ...settleReferences(document), ...droppedNotes(id, dropped)],
  };
}

function notBpmn(root: XmlNode): ImportRefused {
  const dmn = /\/DMN\//.test(root.name.uri);
  const draft = root.name.local === 'definitions' && /bpmn/i.test(root.name.uri);
  const reason = dmn
    ? 'This is a DMN decision, not a BPMN process.'
    : draft
      ? `This is BPMN of another version (${root.name.uri}); BPMN 2.0 is needed.`
      : `The file’s root element is “${root.name.local}”, not the “definitions” of BPMN 2.0.`;
  return new ImportRefused({ code: 'not-bpmn', message: reason, line: 1 });
}

function droppedNotes(
  elementId: string,
  { comments, instructions, htmlEntities }: XmlTree['dropped'],
): Problem[] {
  const notes: Problem[] = [];
  const info = (code: string, message: string) => notes.push({ severity: 'info', code, message, elementId });
  if (comments > 0) info('comments-dropped', `XML comments are not kept (${comments}).`);
  if (instructions > 0)
    info('instructions-dropped', `XML processing instructions are not kept (${instructions}).`);
  if (htmlEntities.length > 0) {
    const names = [...new Set(htmlEntities)].map((name) => `&${name};`).join(', ');
    info('html-entities', `HTML entities that XML doesn’t know were read as their characters: ${names}.`);
  }
  return notes;
}
