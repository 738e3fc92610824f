import type { Tree } from './tree';

/** Widest line that is put together, in characters. */
export const WIDTH = 100;

/** Lines of ids, so that a change of the order doesn't change all of it. */
export function chunks(ids: readonly string[]): Tree[] {
  const lines: string[] = [];
  for (const id of ids) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + id.length < WIDTH) lines[lines.length - 1] = `${last} ${id}`;
    else lines.push(id);
  }
  return lines;
}
