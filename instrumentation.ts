/** Runs once in each server process before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { serverStarts } = await import('./lib/server-start');
  await serverStarts();
}
