import { XML, type XmlName, XSI } from './tree';

/** Prefix → URI as it is in force at one element. */
export type Scope = ReadonlyMap<string, string>;

/** Far above any tool's output; keeps lifting declarations linear. */
const MAX_NAMESPACES = 200;

/** Follows namespace declarations while the file is read (Namespaces in XML 1.0). */
export class NamespaceReader {
  private scopes: Scope[] = [new Map([['xml', XML]])];
  private lifted = new Map<string, string>();

  /** Enters an element; `attributes` are raw, `decode` resolves entities. */
  open(attributes: Record<string, string>, decode: (raw: string) => string): void {
    const outer = this.current();
    const declared = Object.keys(attributes).filter((name) => name === 'xmlns' || name.startsWith('xmlns:'));
    if (declared.length === 0) {
      this.scopes.push(outer);
      return;
    }
    const inner = new Map(outer);
    for (const name of declared) {
      const prefix = name === 'xmlns' ? '' : name.slice(6);
      const uri = decode(attributes[name] ?? '');
      inner.set(prefix, uri);
      if (prefix !== 'xml') this.lift(prefix, uri);
    }
    this.scopes.push(inner);
  }

  close(): void {
    this.scopes.pop();
  }

  /** Resolves an element name, or an attribute name, which never takes the default namespace. */
  resolve(qname: string, kind: 'element' | 'attribute'): XmlName {
    const colon = qname.indexOf(':');
    if (colon < 0) return { uri: kind === 'element' ? (this.current().get('') ?? '') : '', local: qname };
    const prefix = qname.slice(0, colon);
    const uri = this.current().get(prefix) ?? (prefix === 'xsi' ? XSI : undefined);
    if (!uri) throw new RangeError(`the prefix “${prefix}” of “${qname}” is not declared`);
    if (prefix === 'xsi' && !this.lifted.has('xsi')) this.lift('xsi', XSI);
    return { uri, local: qname.slice(colon + 1) };
  }

  /** Resolves a QName in an attribute value; undefined when its prefix isn't declared. */
  resolveValue(qname: string): XmlName | undefined {
    const [prefix, local] = qname.includes(':') ? qname.split(':', 2) : ['', qname];
    const uri = this.current().get(prefix ?? '');
    return uri === undefined && prefix !== '' ? undefined : { uri: uri ?? '', local: local ?? '' };
  }

  declarations(): Record<string, string> {
    return Object.fromEntries(this.lifted);
  }

  private current(): Scope {
    return this.scopes[this.scopes.length - 1] ?? new Map();
  }

  private lift(prefix: string, uri: string): void {
    if (uri === '' || this.lifted.get(prefix) === uri) return;
    const atRoot = this.scopes.length === 1;
    if (!atRoot && [...this.lifted.values()].includes(uri)) return;
    const base = prefix === '' && !atRoot ? 'ns' : prefix;
    let name = base;
    for (let n = 1; this.lifted.has(name); n++) name = `${base}_${n}`;
    this.lifted.set(name, uri);
    if (this.lifted.size > MAX_NAMESPACES)
      throw new RangeError(`it declares more than ${MAX_NAMESPACES} namespaces`);
  }
}
