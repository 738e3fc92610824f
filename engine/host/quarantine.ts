import type { Actor } from '../core/inputs';
import type { Addressed, ClaimedWork, EngineStore, Outcome } from './ports';
import { MAX_CLAIMS } from './ports';

const RESCUER: Actor = { kind: 'engine', id: 'engine', name: 'Engine', via: 'system' };
const AT_ONCE = 50;

/**
 * Parks work that was claimed again and again without an outcome: it may be what ends its workers. A person decides.
 * @returns how many pieces were found
 */
export async function quarantineExhausted(
  store: EngineStore,
  execute: (addressed: Addressed) => Promise<Outcome>,
  onQuarantined: (work: ClaimedWork, outcome: Outcome) => void,
): Promise<number> {
  const found = await store.exhaustedClaims(MAX_CLAIMS, AT_ONCE);
  await Promise.all(
    found.map(async (work) => {
      const { instanceId, key, token, leasedAt, attempt, claims } = work;
      const error = `It was begun ${claims} times and never came to an end. It may be what stops its workers.`;
      const lease = { worker: 'quarantine', leasedAt, attempt };
      const outcome = await execute({
        instanceId,
        command: {
          id: `quarantine:${token}`,
          actor: RESCUER,
          input: { type: 'quarantine-work', key, error, lease },
        },
        workLease: { key, token },
        once: true,
      });
      onQuarantined(work, outcome);
    }),
  );
  return found.length;
}
