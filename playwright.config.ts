import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { QUIET } from './scripts/test/chromium-flags.mjs';

// A server that runs already is tested by one worker; ours are one a worker, so that no spec meets another's data.
const PORTS = 'COUNTERSIGN_E2E_PORTS';
const WORKERS =
  process.env.COUNTERSIGN_E2E_URL && !process.env[PORTS] ? 1 : Math.min(2, availableParallelism());

// This file is read by every worker too; the first reading chooses the ports, the others inherit them.
if (!process.env.COUNTERSIGN_E2E_URL)
  process.env[PORTS] = (await Promise.all(Array.from({ length: WORKERS }, freePort))).join();
const ports = process.env[PORTS]?.split(',');
if (ports)
  process.env.COUNTERSIGN_E2E_URL = `http://localhost:${ports[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % ports.length]}`;

const isRoot = process.getuid?.() === 0;
const executablePath = process.env.CHROMIUM_PATH;
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: 'e2e/specs',
  globalSetup: './scripts/test/browser-server.ts',
  fullyParallel: false,
  workers: WORKERS,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // `@deep` looks from one more side at what is shown below the browser too: with CI=true, or when its spec is named.
  ...(process.env.COUNTERSIGN_BRIEF === '1' ? { grepInvert: /@deep/ } : {}),
  forbidOnly: process.env.CI === 'true',
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.COUNTERSIGN_E2E_URL,
    viewport: { width: 1440, height: 900 },
    // One profile a worker, emptied after each test: its scripts are fetched and compiled once, not once a test.
    reuseContext: true,
    // Recording costs a tenth of the run: `--trace retain-on-failure` where a failure needs it.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...QUIET, ...(isRoot || executablePath?.startsWith('/tmp/') ? ['--no-sandbox'] : [])],
    },
  },
  projects: [{ name: 'chromium' }],
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
