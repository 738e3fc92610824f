/** What is written as YAML: maps keep their order. */
export type Tree = string | number | boolean | null | Tree[] | Fields;
export type Fields = Map<string, Tree>;

const onOneLine = new WeakSet<object>();

/** Marks a list or map to be written on one line. */
export function line<T extends Tree[] | Fields>(tree: T): T {
  onOneLine.add(tree);
  return tree;
}

export const isOnOneLine = (tree: object): boolean => onOneLine.has(tree);
