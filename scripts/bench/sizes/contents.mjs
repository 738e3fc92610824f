import { decodedMappings, FlattenMap } from '@jridgewell/trace-mapping';
import { compressed } from './compressed.mjs';

/**
 * How much of a script each of its sources is, in bytes of gzip: its share of the plain text is taken as its share of
 * the compressed, which is nearly so.
 * @param {string} address
 * @returns {Promise<Map<string, number>>} by source; empty without a source map
 */
export async function contentsOf(address) {
  const text = await (await fetch(address)).text();
  const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text)?.[1];
  if (!map) return new Map();
  const flat = new FlattenMap(await (await fetch(new URL(map, address))).json());
  const lengths = new Map();
  const lines = text.split('\n');
  for (const [row, segments] of decodedMappings(flat).entries())
    for (const [place, segment] of segments.entries()) {
      const source = segment.length > 1 ? flat.sources[/** @type {number} */ (segment[1])] : null;
      const end = segments[place + 1]?.[0] ?? lines[row]?.length ?? 0;
      const name = source ?? '';
      lengths.set(name, (lengths.get(name) ?? 0) + end - segment[0]);
    }
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  const gzip = compressed(Buffer.from(text));
  return new Map([...lengths].map(([name, length]) => [name, (gzip * length) / total]));
}

/** Owners that are in the scripts of every page: React is a part of Next.js's browser code. */
export const FRAMEWORK = ['next', 'the loader of scripts'];

/**
 * What a source counts as: its package, or our own folder.
 * @param {string} source as a source map names it
 */
export function ownerOf(source) {
  const path = source.replace(/^.*\[project\]\//, '').replace(/\?.*$/, '');
  if (path.includes('[turbopack]')) return 'the loader of scripts';
  const inside = path.split('node_modules/');
  const last = inside.at(-1) ?? '';
  if (inside.length > 1)
    return last
      .split('/')
      .slice(0, last.startsWith('@') ? 2 : 1)
      .join('/');
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path || 'what binds them';
}
