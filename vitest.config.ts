import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      'server-only': fileURLToPath(new URL('./scripts/test/empty.mjs', import.meta.url)),
    },
  },
  test: {
    include: ['{app,components,engine,lib,scripts}/**/*.test.{ts,tsx,mts}'],
    exclude: ['**/node_modules/**', '**/.next*/**'],
    globalSetup: ['./scripts/test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
