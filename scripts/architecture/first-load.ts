import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportGraph } from './graph';

const BESIDE = ['layout.tsx', 'error.tsx', 'not-found.tsx', 'loading.tsx', 'global-error.tsx'];

/** The page's file and what Next puts around it: layouts and error pages of every folder above. */
export function pageFiles(root: string, page: string): string[] {
  const files = [page];
  for (let folder = path.dirname(page); folder !== '.'; folder = path.dirname(folder))
    for (const name of BESIDE) {
      const file = path.join(folder, name);
      if (existsSync(path.join(root, file))) files.push(file);
    }
  return files;
}

/** How a file begins: `'use client'` goes to the browser, `'use server'` is called from there. */
export function directiveOf(root: string, file: string): 'client' | 'server' | null {
  const text = readFileSync(path.join(root, file), 'utf8');
  const name = /^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/[^\n]*\n\s*)*['"]use (client|server)['"]/.exec(text)?.[1];
  return name === 'client' || name === 'server' ? name : null;
}

/**
 * The files a page's first load brings to the browser: from the page and what is around it to where `'use client'`
 * begins, and from there everything that is imported at once. `import()` ends it: that comes later.
 * @returns by file, the file that imports it; null for those at which the browser's part begins
 */
export function firstLoad(root: string, graph: ImportGraph, page: string): Map<string, string | null> {
  const clients = new Set<string>();
  const seen = new Set<string>();
  const onServer = pageFiles(root, page);
  for (let file = onServer.pop(); file !== undefined; file = onServer.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const directive = directiveOf(root, file);
    if (directive === 'client') clients.add(file);
    else if (directive === null) onServer.push(...(graph.eager.get(file) ?? []));
  }
  const from = new Map<string, string | null>([...clients].map((file) => [file, null]));
  const queue = [...clients];
  for (let file = queue.shift(); file !== undefined; file = queue.shift())
    for (const next of graph.eager.get(file) ?? []) {
      if (from.has(next) || directiveOf(root, next) === 'server') continue;
      from.set(next, file);
      queue.push(next);
    }
  return from;
}

/** From where the browser's part begins to a file of it. */
export function chainOf(from: ReadonlyMap<string, string | null>, file: string): string[] {
  const chain: string[] = [];
  for (let at: string | null | undefined = file; at; at = from.get(at)) chain.unshift(at);
  return chain;
}
