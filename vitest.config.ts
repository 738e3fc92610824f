import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import LongestFirst from './scripts/test/longest-first.ts';

/** Folders of pure code: what their tests import keeps no state, so one file can't disturb the next. */
const PURE = [
  'engine/{core,compile}',
  'lib/{bpmn,calendars,decisions,dmn,document,editing,elements,feel,forms}',
  'components',
];
/** Tests there that open ports or put something in the place of a global. */
const APART = [
  'components/designer/save/autosave.test.ts',
  'lib/elements/calling-out.test.ts',
  'lib/elements/http-call/worker.test.ts',
];
const testsIn = (folder: string): string => `${folder}/**/*.test.{ts,tsx,mts}`;
const IGNORED = ['**/node_modules/**', '**/.next*/**'];

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      'server-only': fileURLToPath(new URL('./scripts/test/empty.mjs', import.meta.url)),
    },
  },
  test: {
    // Vitest leaves one core to itself, half of a machine with two.
    maxWorkers: availableParallelism(),
    setupFiles: ['./scripts/test/seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // Importing costs most of the time here, so the files of a worker share what is imported.
        test: { name: 'pure', include: PURE.map(testsIn), exclude: [...IGNORED, ...APART], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: [testsIn('{app,components,engine,lib,scripts}')],
          exclude: [...IGNORED, ...PURE.map(testsIn)],
          globalSetup: ['./scripts/test/global-setup.ts'],
        },
      },
      // These are no folder of their own, so leaving them out above leaves them out of both.
      { extends: true, test: { name: 'ports', include: APART } },
    ],
  },
});
