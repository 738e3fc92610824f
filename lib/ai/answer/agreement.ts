import type { Json } from '@/engine/core/json';

/** The single values of an answer by their paths. */
function leaves(value: Json, path = ''): [string, string][] {
  if (value === null || typeof value !== 'object') return [[path, JSON.stringify(value)]];
  const members = Object.entries(value);
  return members.length === 0
    ? [[path, JSON.stringify(value)]]
    : members.flatMap(([name, member]) => leaves(member as Json, path ? `${path}.${name}` : name));
}

/** Share of fields that have the same value in all samples, over the fields of any sample; 0 to 1. */
export function agreement(samples: readonly Json[]): number {
  const maps = samples.map((sample) => new Map(leaves(sample)));
  const paths = [...new Set(maps.flatMap((map) => [...map.keys()]))];
  if (paths.length === 0) return 1;
  const equal = paths.filter((path) => new Set(maps.map((map) => map.get(path))).size === 1);
  return equal.length / paths.length;
}
