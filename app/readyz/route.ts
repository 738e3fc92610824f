import { readiness } from '@/lib/operations/readiness';

export const dynamic = 'force-dynamic';

/** Database reachable and migrated, engine running. */
export async function GET() {
  const state = await readiness();
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
