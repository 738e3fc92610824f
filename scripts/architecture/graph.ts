import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every import between files of the project, and from each file to packages. */
export interface ImportGraph {
  files: string[];
  /** Project files a file imports at run time; type-only imports don't reach a bundle. */
  local: Map<string, string[]>;
  /** As `local`, without what is imported only when a program comes to it (`import()`). */
  eager: Map<string, string[]>;
  packages: Map<string, string[]>;
  /** As `packages`, without `import()`. */
  eagerPackages: Map<string, string[]>;
  /** As `local`, with type-only imports. */
  withTypes: Map<string, string[]>;
}

const TOP = ['app', 'components', 'engine', 'lib', 'prisma', 'scripts'];
const SOURCE = /\.(?:ts|tsx|mts|mjs)$/;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'generated' && entry.name !== 'node_modules') yield* walk(full);
    } else if (SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts')) yield full;
  }
}

const CANDIDATES = ['', '.ts', '.tsx', '.mts', '.mjs', '.d.ts', '/index.ts', '/index.tsx'];

function resolve(root: string, from: string, specifier: string): string | null {
  const base = specifier.startsWith('@/')
    ? path.join(root, specifier.slice(2))
    : path.resolve(path.dirname(from), specifier);
  for (const end of CANDIDATES) {
    const file = base + end;
    if (existsSync(file) && statSync(file).isFile()) return path.relative(root, file);
  }
  return null;
}

/** Only type names inside braces, as in `import { type A, type B } from`. */
const onlyTypes = (statement: string): boolean => {
  // A default import stands before the braces and is a value.
  const names = /^\s*(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
  return (
    names !== undefined &&
    names.trim() !== '' &&
    names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
  );
};

const lists = (): [string[], string[], string[], string[], string[]] => [[], [], [], [], []];

/** Reads the imports of all sources below a checkout's root. */
export function importGraph(root: string): ImportGraph {
  const graph: ImportGraph = {
    files: [],
    local: new Map(),
    eager: new Map(),
    packages: new Map(),
    eagerPackages: new Map(),
    withTypes: new Map(),
  };
  for (const full of TOP.flatMap((folder) => [...walk(path.join(root, folder))])) {
    const file = path.relative(root, full);
    const [local, eager, packages, eagerPackages, types] = lists();
    for (const match of readFileSync(full, 'utf8').matchAll(IMPORT)) {
      const specifier = match[2] ?? match[3] ?? '';
      const typeOnly = Boolean(match[1]) || onlyTypes(match[0]);
      if (!specifier.startsWith('.') && !specifier.startsWith('@/')) {
        if (!typeOnly) packages.push(specifier);
        if (!typeOnly && match[2]) eagerPackages.push(specifier);
        continue;
      }
      const target = resolve(root, full, specifier);
      if (!target) continue;
      types.push(target);
      if (!typeOnly) local.push(target);
      if (!typeOnly && match[2]) eager.push(target);
    }
    graph.files.push(file);
    graph.local.set(file, local);
    graph.eager.set(file, eager);
    graph.packages.set(file, packages);
    graph.eagerPackages.set(file, eagerPackages);
    graph.withTypes.set(file, types);
  }
  return graph;
}

/**
 * The shortest chain of run-time imports from a file to one that `forbidden` names; null when there is none.
 * @param imports which imports are followed; all that happen at run time unless given
 */
export function chainTo(
  graph: ImportGraph,
  start: string,
  forbidden: (file: string) => string | null,
  imports: ReadonlyMap<string, string[]> = graph.local,
): string[] | null {
  const from = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const reason = forbidden(file);
    if (reason) {
      const chain = [reason];
      for (let at: string | null | undefined = file; at; at = from.get(at)) chain.unshift(at);
      return chain;
    }
    for (const next of imports.get(file) ?? []) {
      if (from.has(next)) continue;
      from.set(next, file);
      queue.push(next);
    }
  }
  return null;
}
