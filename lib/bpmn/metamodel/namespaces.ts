import { XML, XSI } from '../xml/tree';
import { packages } from './registry';

/** Prefixes that mean the same in every document, whatever a file calls them. */
const FIXED = new Map<string, string>([
  ...[...packages.values()].map((pkg): [string, string] => [pkg.uri, pkg.prefix]),
  [XSI, 'xsi'],
  [XML, 'xml'],
]);
const FIXED_URIS = new Map([...FIXED].map(([uri, prefix]) => [prefix, uri]));

/**
 * Translates between a file's prefixes and the document's. Both are computed from the declarations alone, in
 * the order of their prefixes, because stored JSON doesn't keep the order of keys.
 */
export class NamespaceTable {
  private readonly toDocument = new Map<string, string>();
  private readonly toFile = new Map<string, { element: string; attribute?: string }>();
  private readonly uris = new Map(FIXED_URIS);
  /** Prefix → URI to declare on the root; grows when a document uses a vocabulary the file lacked. */
  readonly declarations: Map<string, string>;

  constructor(namespaces: Readonly<Record<string, string>>) {
    const sorted = Object.entries(namespaces).sort(([a], [b]) => (a < b ? -1 : 1));
    this.declarations = new Map(sorted);
    for (const [prefix, uri] of sorted) {
      const document =
        this.toDocument.get(uri) ?? FIXED.get(uri) ?? this.free(prefix || 'ns', (p) => this.uris.has(p));
      this.toDocument.set(uri, document);
      this.uris.set(document, uri);
      const known = this.toFile.get(document);
      const attribute = known?.attribute ?? (prefix === '' ? undefined : prefix);
      this.toFile.set(document, { element: known?.element ?? prefix, attribute });
    }
  }

  /** A resolved name as the document writes it: `bpmn:userTask`, `signavio:x`, or bare without namespace. */
  documentName({ uri, local }: { uri: string; local: string }): string {
    if (uri === '') return local;
    const prefix = this.toDocument.get(uri) ?? FIXED.get(uri);
    if (prefix === undefined) throw new Error(`Namespace ${uri} was not declared`);
    return `${prefix}:${local}`;
  }

  /** A document name as the file writes it. */
  fileName(name: string, kind: 'element' | 'attribute'): string {
    const colon = name.indexOf(':');
    if (colon < 0) return name;
    const prefix = this.filePrefix(name.slice(0, colon), kind);
    return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`;
  }

  /** Whether unprefixed elements of the file are in a namespace. */
  get hasDefault(): boolean {
    return this.declarations.has('');
  }

  private filePrefix(document: string, kind: 'element' | 'attribute'): string {
    if (document === 'xml') return 'xml';
    const known = this.toFile.get(document);
    const prefix = kind === 'element' ? known?.element : known?.attribute;
    if (prefix !== undefined) return prefix;
    const declared = this.free(document, (candidate) => this.declarations.has(candidate));
    this.declarations.set(declared, this.uris.get(document) ?? `urn:countersign:undeclared:${document}`);
    this.toFile.set(document, { element: known?.element ?? declared, attribute: declared });
    return declared;
  }

  private free(base: string, taken: (candidate: string) => boolean): string {
    let candidate = base;
    for (let n = 1; taken(candidate); n++) candidate = `${base}_${n}`;
    return candidate;
  }
}
