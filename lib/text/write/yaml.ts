import { Document, isScalar, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type Fields, isOnOneLine, type Tree } from './tree';

/** Writes a tree as YAML 1.2: the same tree always gives the same text. */
export function writeYaml(tree: Fields): string {
  const document = new Document();
  document.contents = nodeOf(tree) as Document['contents'];
  // Nothing is folded: a word more in a sentence changes its line only.
  return document.toString({ lineWidth: 0, indentSeq: true, singleQuote: true, flowCollectionPadding: true });
}

function nodeOf(tree: Tree): Node {
  if (Array.isArray(tree)) {
    const list = new YAMLSeq();
    list.items = tree.map(nodeOf);
    list.flow = isOnOneLine(tree) || tree.length === 0;
    return list;
  }
  if (tree instanceof Map) {
    const map = new YAMLMap();
    map.items = [...tree].map(([key, value]) => new Pair(new Scalar(key), valueNode(value)));
    map.flow = isOnOneLine(tree) || tree.size === 0;
    return map;
  }
  return scalar(tree);
}

/** An element without id reads `endEvent:`, not `endEvent: null`. */
function valueNode(value: Tree): Node {
  const node = nodeOf(value);
  if (isScalar(node) && node.value === null) node.source = '';
  return node;
}

function scalar(value: string | number | boolean | null): Scalar {
  const node = new Scalar(value);
  if (typeof value === 'string' && isBlock(value)) node.type = 'BLOCK_LITERAL';
  return node;
}

/** Texts of several lines stand as they are, unless white space at a line's end or a strange character would be lost. */
const isBlock = (text: string): boolean =>
  text.includes('\n') &&
  !/[ \t]$/m.test(text) &&
  !/^\s/.test(text) &&
  /^[\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]*$/u.test(text);
