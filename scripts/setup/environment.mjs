import { ensureSecrets } from './secrets.mjs';

/**
 * The environment of the server, a worker or a script. What the person set wins.
 * @param {{ folder: string, database: import('./database.mjs').Database, address?: { url: string, host: string, port: number } }} installation
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment({ folder, database, address }) {
  const { sessionSecret, keyEncryptionKey } = ensureSecrets(folder);
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    COUNTERSIGN_EMBEDDED_DB: database.embedded ? '1' : '0',
    COUNTERSIGN_DATA_DIR: folder,
    COUNTERSIGN_KEK: process.env.COUNTERSIGN_KEK || keyEncryptionKey,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || sessionSecret,
    COUNTERSIGN_PREPARED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  if (!address) return env;
  return {
    ...env,
    HOST: address.host,
    PORT: String(address.port),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || address.url,
    COUNTERSIGN_ENGINE: process.env.COUNTERSIGN_ENGINE || '1',
  };
}
