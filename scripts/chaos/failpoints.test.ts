import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAILPOINTS, type Failpoint } from '@/engine/host/failpoints';
import { migrate } from '../migrate.mjs';
import { createDurableCluster, type DurableCluster } from '../test/cluster';
import { type Child, kill, startChild } from './children';
import { type EffectsServer, startEffectsServer } from './effects-server';
import { createLoad, type Load } from './load';
import { allEnded } from './run';
import { findFaults } from './verify';

/** Dying a few passes later finds work half done. */
const PASSES: Partial<Record<Failpoint, number>> = {
  'commit:before': 3,
  'commit:sent': 2,
  'commit:after': 2,
  'work:ran': 7,
};

describe('an engine process that dies at a named place', () => {
  let cluster: DurableCluster;
  let effects: EffectsServer;
  let load: Load;
  let url: string;
  const children: Child[] = [];

  beforeAll(async () => {
    cluster = await createDurableCluster();
    effects = await startEffectsServer();
    url = cluster.url('failpoints');
    await migrate(url);
    load = createLoad(url);
  });
  afterAll(async () => {
    await Promise.all(children.map((child) => kill(child, 'SIGKILL')));
    await load.close();
    await effects.close();
    await cluster.discard();
  });

  it.each(FAILPOINTS)(
    '%s: another one finishes what it left',
    async (name) => {
      await load.start(20);
      const where = { databaseUrl: url, effectsUrl: effects.url, leaseMs: 3_000 };
      const victim = await startChild({ ...where, failpoint: `${name}:${PASSES[name] ?? 1}` });
      children.push(victim);
      if (name === 'drain:begun') {
        await victim.ready;
        victim.process.kill('SIGTERM');
      }
      expect(await victim.ended).toBe('SIGKILL');
      const rescuer = await startChild(where);
      children.push(rescuer);
      await allEnded(url, 30_000);
      await kill(rescuer, 'SIGTERM');
      expect((await findFaults(url, load, effects)).faults).toEqual([]);
    },
    90_000,
  );
});
