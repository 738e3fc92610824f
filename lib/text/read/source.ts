import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { LIMITS } from '@/lib/bpmn/limits';
import { ImportRefused } from '@/lib/bpmn/problems';

/** Where something stands in the text, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A key of a map with its value. */
export interface Entry {
  key: string;
  keyNode: Node;
  value: Node | null;
}

/** YAML with the places of everything in it. */
export class Source {
  private readonly lines = new LineCounter();
  readonly root: Node | null;

  /** @throws ImportRefused by line and column: not YAML, too large, or with anchors, aliases or tags. */
  constructor(text: string) {
    if (new TextEncoder().encode(text).length > LIMITS.bytes) {
      throw new ImportRefused({
        code: 'too-large',
        message: `The text has more than ${LIMITS.bytes / 1e6} MB.`,
      });
    }
    const parsed = this.parse(text);
    const [problem] = [...parsed.errors, ...parsed.warnings];
    if (problem) {
      const { line, col } = this.lines.linePos(problem.pos[0]);
      const message = `This is not YAML that can be read: ${problem.message.replace(/\.?$/, '.')}`;
      throw new ImportRefused({ code: 'not-yaml', message, line, column: col });
    }
    this.root = parsed.contents as Node | null;
  }

  private parse(text: string) {
    try {
      // Keys are compared in `entries`: the library compares each with each.
      return parseDocument(text, {
        lineCounter: this.lines,
        prettyErrors: false,
        merge: false,
        schema: 'core',
        uniqueKeys: false,
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ImportRefused({ code: 'too-deep', message: 'The text is nested too deep to be read.' });
    }
  }

  place(node: Node | null | undefined): Place | undefined {
    const offset = node?.range?.[0];
    if (offset === undefined) return undefined;
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
  }

  /** Refuses the text because of what stands at `node`. */
  refuse(node: Node | null | undefined, message: string): never {
    throw new ImportRefused({ code: 'bad-text', message, ...this.place(node) });
  }

  /** The entries of a map in their order. */
  entries(node: Node | null, what: string, near?: Node): Entry[] {
    if (!isMap(node)) {
      const got = isSeq(node) ? 'a list' : node === null ? 'nothing' : 'a single value';
      return this.refuse(node ?? near, `${what} has to be fields (“name: value”), but there is ${got}.`);
    }
    const known = new Set<string>();
    return (node as YAMLMap<Node, Node | null>).items.map(({ key: keyNode, value }) => {
      if (!isScalar(keyNode)) return this.refuse(keyNode, 'A key has to be a word.');
      const key = this.text(keyNode);
      if (known.has(key)) this.refuse(keyNode, `“${key}” is written twice here. Keep one of them.`);
      known.add(key);
      return { key, keyNode: keyNode as Node, value: this.plain(value) };
    });
  }

  /** The items of a list; a single value is a list of one. */
  items(node: Node | null): Node[] {
    if (!isSeq(node)) return node === null ? [] : [node];
    return (node.items as (Node | null)[]).map(
      (item) => this.plain(item) ?? this.refuse(node, 'An item of this list is empty.'),
    );
  }

  /** A scalar as it is written, whatever YAML takes it for. */
  text(node: Node | null): string {
    if (!isScalar(node)) return this.refuse(node, 'A single value is expected here.');
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value ?? ''));
  }

  /** Aliases could repeat a small text a million times; nothing here needs them. */
  private plain(node: Node | null | undefined): Node | null {
    if (isAlias(node))
      this.refuse(node, 'References within the text (“*name”) are not read: write the content again.');
    if (!node || (isScalar(node) && node.value === null)) return null;
    return node;
  }
}

export { isMap, isScalar, isSeq };
