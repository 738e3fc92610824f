import { Parser } from 'saxen';
import { LIMITS } from '../limits';
import { type ImportFailureCode, ImportRefused } from '../problems';
import { decodeEntities, FORBIDDEN } from './entities';
import { NamespaceReader } from './scope';
import { BPMN, BPMNDI, type XmlNode, type XmlTree, XSI } from './tree';

type Position = () => { line: number; column: number };

/**
 * Reads XML into a tree in one pass and linear time, without recursion, refusing by line: what isn't
 * well-formed, a DOCTYPE (and so every entity attack), duplicate ids, too many elements, too deep nesting.
 * @throws ImportRefused
 */
export function readXml(source: string): XmlTree {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) {
    const code = forbidden[0].charCodeAt(0).toString(16).padStart(4, '0');
    refuse('not-well-formed', `The character U+${code} is not allowed in XML.`, () =>
      place(text, forbidden.index),
    );
  }
  const builder = new TreeBuilder();
  const parser = new Parser();
  parser.on('openTag', (name, attributes, _decode, _selfClosing, position) =>
    builder.open(name, attributes(), position),
  );
  parser.on('closeTag', () => builder.close());
  parser.on('text', (value, _decode, position) => builder.text(value, position));
  parser.on('cdata', (value) => builder.append(value));
  parser.on('comment', () => void builder.dropped.comments++);
  parser.on('question', (value) => builder.instruction(value));
  parser.on('attention', (_value, _decode, position) =>
    refuse('doctype', 'The file has a document type declaration (DOCTYPE), which is never read.', position),
  );
  const malformed = (reason: Error, position: Position) => notWellFormed(reason.message, position);
  parser.on('error', malformed);
  parser.on('warn', malformed);
  parser.parse(text);
  return builder.finish();
}

class TreeBuilder {
  readonly dropped = { comments: 0, instructions: 0, htmlEntities: [] as string[] };
  private readonly namespaces = new NamespaceReader();
  private readonly stack: XmlNode[] = [];
  private readonly ids = new Set<string>();
  private root: XmlNode | undefined;
  private counted = { xml: 0, model: 0, extensionDepth: 0 };

  open(qname: string, raw: Record<string, string>, position: Position): void {
    if (this.root && this.stack.length === 0) notWellFormed('there is a second root element', position);
    if (this.stack.length >= LIMITS.depth) {
      refuse('too-deep', `Elements are nested deeper than ${LIMITS.depth} levels.`, position);
    }
    const node = explained(position, () => this.node(qname, raw));
    this.check(node, position);
    const parent = this.stack[this.stack.length - 1];
    if (parent) parent.children.push(node);
    else this.root = node;
    this.stack.push(node);
  }

  close(): void {
    const node = this.stack.pop();
    this.namespaces.close();
    if (node && isExtensions(node)) this.counted.extensionDepth--;
  }

  text(raw: string, position: Position): void {
    this.append(explained(position, () => decodeEntities(raw, this.onHtml)));
  }

  append(value: string): void {
    const siblings = this.stack[this.stack.length - 1]?.children;
    if (!siblings) return;
    const last = siblings[siblings.length - 1];
    if (typeof last === 'string') siblings[siblings.length - 1] = last + value;
    else siblings.push(value);
  }

  instruction(value: string): void {
    if (!value.startsWith('<?xml ')) this.dropped.instructions++;
  }

  finish(): XmlTree {
    if (!this.root) throw new ImportRefused({ code: 'not-xml', message: 'The file holds no XML element.' });
    return { root: this.root, namespaces: this.namespaces.declarations(), dropped: this.dropped };
  }

  private node(qname: string, raw: Record<string, string>): XmlNode {
    this.namespaces.open(raw, this.attributeValue);
    const node: XmlNode = { name: this.namespaces.resolve(qname, 'element'), attributes: [], children: [] };
    for (const [name, value] of Object.entries(raw)) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const attribute = { ...this.namespaces.resolve(name, 'attribute'), value: this.attributeValue(value) };
      node.attributes.push(attribute);
      if (attribute.uri === XSI && attribute.local === 'type') {
        node.schemaType = this.namespaces.resolveValue(attribute.value.trim());
      }
    }
    return node;
  }

  private check(node: XmlNode, position: Position): void {
    if (++this.counted.xml > LIMITS.xmlElements) tooMany(LIMITS.xmlElements, 'XML elements', position);
    const inModel = node.name.uri === BPMN || node.name.uri === BPMNDI;
    if (isExtensions(node)) this.counted.extensionDepth++;
    if (!inModel || this.counted.extensionDepth > 0) return;
    const id = node.attributes.find((attribute) => attribute.uri === '' && attribute.local === 'id')?.value;
    if (id === undefined || id === '') return;
    if (id === '__proto__') refuse('bad-id', `“${id}” can't be the id of an element.`, position, id);
    if (this.ids.has(id) && !SCOPED_BY_VENDORS.has(node.name.local)) {
      refuse('duplicate-id', `The id “${id}” is used by more than one element.`, position, id);
    }
    this.ids.add(id);
    if (node.name.uri === BPMN && ++this.counted.model > LIMITS.modelElements) {
      tooMany(LIMITS.modelElements, 'model elements', position);
    }
  }

  /** Literal white space in attribute values is a space (XML 1.0 §3.3.3); written as a reference it stays. */
  private attributeValue = (raw: string): string =>
    decodeEntities(raw.replace(/[\t\n\r]/g, ' '), this.onHtml);

  private onHtml = (name: string): void => void this.dropped.htmlEntities.push(name);
}

/** Declarations of data: some tools make their ids unique in a scope only (jBPM), and nothing draws or runs them. */
const SCOPED_BY_VENDORS = new Set(['itemDefinition', 'property']);

const isExtensions = (node: XmlNode): boolean =>
  node.name.uri === BPMN && node.name.local === 'extensionElements';

function explained<T>(position: Position, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) return notWellFormed(error.message, position);
    throw error;
  }
}

function notWellFormed(reason: string, position: Position): never {
  return refuse('not-well-formed', `The XML is not well-formed: ${reason}.`, position);
}

function tooMany(limit: number, what: string, position: Position): never {
  return refuse(
    'too-many-elements',
    `The file has more than ${limit.toLocaleString('en')} ${what}.`,
    position,
  );
}

function refuse(code: ImportFailureCode, message: string, position: Position, elementId?: string): never {
  const at = position();
  const [line, column] = [at.line + 1, at.column + 1];
  throw new ImportRefused({
    code,
    message,
    line,
    column,
    ...(elementId && { elementId }),
  });
}

function place(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, column: before[before.length - 1]?.length ?? 0 };
}
