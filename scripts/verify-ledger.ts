import pg from 'pg';
import { databaseUrl } from '@/lib/db/client';
import { verifyLedger } from '@/lib/ledger/verify';

/** `npm run verify-ledger`: recomputes every chain and names every broken event. Exit code 1 when broken. */
const client = new pg.Client({ connectionString: databaseUrl() });
await client.connect();
try {
  const started = performance.now();
  const verdict = await verifyLedger(client);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${verdict.events} events in ${verdict.rows} rows of ${verdict.streams} streams, ${verdict.erased} rows erased, read in ${seconds} s.`,
  );
  for (const one of verdict.broken) console.log(`BROKEN  ${one.stream} at event ${one.seq}: ${one.message}`);
  console.log(
    verdict.broken.length === 0
      ? 'Integrity: intact. Completeness: a deletion of whole streams or of newest events together with their heads is not detectable before signed checkpoints exist.'
      : `Integrity: broken at ${verdict.broken.length} place(s).`,
  );
  process.exitCode = verdict.broken.length === 0 ? 0 : 1;
} finally {
  await client.end();
}
