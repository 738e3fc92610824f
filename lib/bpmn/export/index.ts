import { mustGet } from '@/lib/document/selectors';
import type { ProcessDocument } from '@/lib/document/types';
import { NamespaceTable } from '../metamodel/namespaces';
import { writeXml } from '../xml/write';
import { ElementWriter } from './element';

/**
 * Writes a document as BPMN 2.0 XML (UTF-8) under the prefixes of the file it came from. The same document
 * always gives the same text.
 */
export function exportBpmn(document: ProcessDocument): string {
  const names = new NamespaceTable(document.namespaces);
  const root = new ElementWriter(document, names).entry(mustGet(document, document.root));
  // Declarations come last: writing may have found vocabularies that the file didn't declare.
  // In the order of their prefixes, so that the file reads back as what writes the same file.
  const declarations = [...names.declarations]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, uri]): [string, string] => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]);
  root.attributes.unshift(...declarations);
  return writeXml(root);
}
