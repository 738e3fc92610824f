import { metricsText } from '@/lib/operations/metrics';

export const dynamic = 'force-dynamic';

/** Prometheus text. */
export async function GET() {
  const { body, contentType } = await metricsText();
  return new Response(body, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}
