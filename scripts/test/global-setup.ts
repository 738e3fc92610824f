import { discardCluster, discardLeftovers, newClusterFolder } from './cluster.ts';
import { CLUSTER_VARIABLE } from './database.ts';

/**
 * Gives the whole test run one folder for a throw-away PostgreSQL. The server is started by the first
 * test that asks for a database, so runs of pure tests pay nothing.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await discardLeftovers();
  const dataDir = newClusterFolder();
  process.env[CLUSTER_VARIABLE] = dataDir;
  return () => discardCluster(dataDir);
}
