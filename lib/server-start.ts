import 'server-only';
import { startProjector, stopProjector } from '@/lib/audit/projector';
import { acceptBootstrapToken } from '@/lib/auth/bootstrap-token';
import { demoPossible } from '@/lib/auth/demo';
import { makeSetupCode } from '@/lib/auth/setup';
import { closeDb } from '@/lib/db/client';
import { flushStrangers } from '@/lib/ledger/strangers';
import { startEngine, stopEngine } from '@/lib/runtime';

const holder = globalThis as { countersignStarted?: boolean };

async function announceSetup(): Promise<void> {
  if (demoPossible()) return;
  const code = await makeSetupCode();
  if (code)
    console.log(
      `\nNobody administers this installation yet. Open this link once, within 24 hours:\n${process.env.NEXTAUTH_URL}/setup/${code}\n`,
    );
}

function stopOnce(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void Promise.allSettled([stopEngine(), stopProjector(), flushStrangers()]).then(closeDb);
    });
  }
}

/**
 * What a server process does besides answering: the bootstrap token, the first administrator's link, the engine
 * (`COUNTERSIGN_ENGINE=1`), the audit index. Does nothing during a build.
 */
export async function serverStarts(): Promise<void> {
  if (
    holder.countersignStarted ||
    !process.env.DATABASE_URL ||
    process.env.NEXT_PHASE === 'phase-production-build'
  )
    return;
  holder.countersignStarted = true;
  stopOnce();
  await acceptBootstrapToken();
  await announceSetup();
  if (process.env.COUNTERSIGN_ENGINE === '1') await startEngine();
  startProjector();
}
