import { createServer } from 'node:net';
import { defineConfig, devices } from '@playwright/test';

/** Keep a browser in a test quiet: no GPU, no first-run pages, no traffic of its own. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// This file is read by every worker; the first reading chooses the port, the others inherit it.
if (!process.env.COUNTERSIGN_E2E_URL) {
  process.env.COUNTERSIGN_E2E_PORT = String(await freePort());
  process.env.COUNTERSIGN_E2E_URL = `http://localhost:${process.env.COUNTERSIGN_E2E_PORT}`;
}

const isRoot = process.getuid?.() === 0;
const executablePath = process.env.CHROMIUM_PATH;
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: 'e2e/specs',
  globalSetup: './scripts/test/browser-server.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.COUNTERSIGN_E2E_URL,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
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
