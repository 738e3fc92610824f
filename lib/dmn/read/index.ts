import { ImportRefused } from '@/lib/bpmn/problems';
import { readXml } from '@/lib/bpmn/xml/read';
import { elementsIn, type XmlNode } from '@/lib/bpmn/xml/tree';
import { DMN_LIMITS } from '../limits';
import type { DmnModel } from '../model';
import { DmnRefused } from '../refusal';
import { readItem } from './items';
import { readNode } from './nodes';
import { attribute, childrenNamed, isDmn, tidy } from './xml';

/** A model, or why the file is not one; `line` counts from 1. */
export type DmnReading =
  | { readonly ok: true; readonly model: DmnModel }
  | { readonly ok: false; readonly message: string; readonly line?: number };

/**
 * Reads a DMN file (1.1 to 1.5). Never throws for what is in the file: a document type declaration, too many or too
 * deeply nested elements and what is not DMN are refused in words.
 */
export function readDmn(source: string): DmnReading {
  try {
    return { ok: true, model: readModel(source) };
  } catch (error) {
    if (error instanceof DmnRefused) return refusal(error.message, error.line);
    if (error instanceof ImportRefused) return refusal(error.failure.message, error.failure.line);
    throw error;
  }
}

function refusal(message: string, line?: number): DmnReading {
  return { ok: false, message, ...(line !== undefined && { line }) };
}

function readModel(source: string): DmnModel {
  if (source.length > DMN_LIMITS.characters)
    throw new DmnRefused(`The file is longer than ${DMN_LIMITS.characters.toLocaleString('en')} characters.`);
  const { root } = readXml(source);
  if (!isDmn(root) || root.name.local !== 'definitions')
    throw new DmnRefused('The file is not a DMN model: its outermost element is not “definitions” of DMN.');
  const namespace = attribute(root, 'namespace') ?? '';
  const nodes = elementsIn(root).flatMap((child) => {
    const node = isDmn(child) ? readNode(child, namespace) : undefined;
    return node ? [node] : [];
  });
  if (nodes.length > DMN_LIMITS.nodes)
    throw new DmnRefused(`The model has more than ${DMN_LIMITS.nodes.toLocaleString('en')} elements.`);
  const name = attribute(root, 'name') ?? '';
  return {
    id: attribute(root, 'id') ?? `${namespace}#${name}`,
    namespace,
    name,
    imports: childrenNamed(root, 'import').flatMap(readImport),
    items: childrenNamed(root, 'itemDefinition').map(readItem),
    nodes,
  };
}

/** Only models of DMN can be imported; schemas and PMML documents are passed over. */
function readImport(node: XmlNode): DmnModel['imports'][number][] {
  const type = attribute(node, 'importType') ?? '';
  if (!/spec\/DMN\//.test(type)) return [];
  return [{ name: tidy(attribute(node, 'name') ?? ''), namespace: attribute(node, 'namespace') ?? '' }];
}
