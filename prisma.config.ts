import path from 'node:path';
import { defineConfig } from 'prisma/config';
import { knownDatabaseUrl } from './scripts/setup/known-database.mjs';

// Prisma's own schema engine is a native program it downloads; ours comes with the npm packages. Windows
// cannot run a script as a program, so the download stays the way there.
if (process.platform !== 'win32')
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(
    import.meta.dirname,
    'scripts/prisma/schema-engine.mjs',
  );

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node scripts/run.mjs prisma/seed.ts' },
  datasource: { url: knownDatabaseUrl() },
});
