import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainTo, importGraph } from './graph';

const root = path.resolve(import.meta.dirname, '../..');
const graph = importGraph(root);
const isTest = (file: string) =>
  /\.test\.tsx?$/.test(file) || /\/testing\//.test(file) || /\/testing\.ts$/.test(file);
const product = graph.files.filter((file) => !isTest(file));
const within = (folder: string) => product.filter((file) => file.startsWith(`${folder}/`));
const nodeOnly = (file: string) =>
  graph.packages.get(file)?.find((name) => name.startsWith('node:') || name === 'server-only') ?? null;
const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
const isClient = (file: string) => /^\s*(?:\/\*[\s\S]*?\*\/\s*)?['"]use client['"]/.test(text(file));

/** Each offence as a readable chain, so that a failure says what to cut. */
const chains = (files: string[], forbidden: (file: string) => string | null) =>
  files
    .map((file) => chainTo(graph, file, forbidden))
    .filter((chain) => chain !== null)
    .map((chain) => chain.join(' → '));

const direct = (files: string[], allowed: (target: string) => boolean) =>
  files.flatMap((file) =>
    (graph.withTypes.get(file) ?? [])
      .filter((target) => !allowed(target))
      .map((target) => `${file} → ${target}`),
  );

describe('import boundaries', () => {
  it('sees the project', () => {
    expect(product.length).toBeGreaterThan(300);
    expect(chains(['lib/runtime.ts'], (file) => (file === 'engine/host/host.ts' ? file : null))).toHaveLength(
      1,
    );
  });

  it('engine/ imports nothing else of ours', () => {
    expect(direct(within('engine'), (target) => target.startsWith('engine/'))).toEqual([]);
  });

  it('engine/core knows neither host, store nor compiler', () => {
    expect(direct(within('engine/core'), (target) => target.startsWith('engine/core/'))).toEqual([]);
  });

  it('engine/core, engine/compile, editing, documents and the simulation run in a browser', () => {
    const pure = [
      'engine/core',
      'engine/compile',
      'lib/diff',
      'lib/editing',
      'lib/document',
      'lib/triggers',
      'lib/forms',
      'lib/simulation',
      'lib/analysis',
    ]
      .flatMap(within)
      .filter((file) => !file.endsWith('bench.ts') && !file.endsWith('.mjs'));
    expect(chains(pure, nodeOnly)).toEqual([]);
  });

  it('lib/ never imports components/ or app/', () => {
    expect(direct(within('lib'), (target) => !/^(?:components|app)\//.test(target))).toEqual([]);
  });

  it('components/ never imports app/', () => {
    expect(direct(within('components'), (target) => !target.startsWith('app/'))).toEqual([]);
  });

  it('client bundles never reach server code', () => {
    const clients = product.filter((file) => /^(?:components|app)\//.test(file) && isClient(file));
    expect(clients.length).toBeGreaterThan(20);
    const server = (file: string) => (text(file).startsWith("'use server'") ? null : nodeOnly(file));
    expect(chains(clients, server)).toEqual([]);
  });

  it('React Flow is imported in components/canvas only', () => {
    const users = graph.files.filter((file) =>
      graph.packages.get(file)?.some((name) => name === 'reactflow' || name.startsWith('reactflow/')),
    );
    expect(users.filter((file) => !file.startsWith('components/canvas/'))).toEqual([]);
  });

  it('bpmn-js is measured beside us and nothing else of it is used', () => {
    const users = graph.files.filter((file) =>
      graph.packages.get(file)?.some((name) => /^(?:bpmn-js|diagram-js)(?:\/|$)/.test(name)),
    );
    expect(users).toEqual([]);
    const naming = product.filter((file) => /node_modules\/(?:bpmn|diagram)-js/.test(text(file)));
    expect(naming).toEqual(['scripts/bench/canvas/bpmn-js.ts']);
  });

  it('routes and pages translate only: no database in app/', () => {
    const touching = within('app').filter((file) =>
      graph.local
        .get(file)
        ?.some((target) => target.startsWith('lib/db/') || target.startsWith('engine/postgres/')),
    );
    expect(touching).toEqual([]);
  });

  it('state changes only in evolve', () => {
    // Whoever assigns into an instance's state elsewhere breaks the replay law.
    const assigns =
      /^\s*(?:delete\s+)?\w*state\.(?:activations|arrivals|incidents|variables|status|seq|nextKey|doneBy)\b[\w.[\]!?]*(?:\s*[-+|&?]*=(?!=|>)|\.push\(|;$)/im;
    expect(assigns.test('  state.seq = 1')).toBe(true);
    const writers = within('engine').filter(
      (file) => !file.startsWith('engine/core/evolve') && assigns.test(text(file)),
    );
    expect(writers).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = (file: string) => text(file).split('\n').length;
  const sizes = product
    .filter((file) => !file.includes('/migrations/'))
    .map((file) => ({ file, lines: lines(file) }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]!.lines;

  it('files: median at most 80 lines, p95 at most 300', () => {
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.95)).toBeLessThanOrEqual(300);
  });
});
