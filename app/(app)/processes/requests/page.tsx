import { RefusedPage } from '@/components/common/refused-page';
import { RequestList } from '@/components/versions/request-list';
import { onPage } from '@/lib/http/page';
import { waitingRequests } from '@/lib/processes/waiting-requests';

export const metadata = { title: 'Publication requests' };

/** What waits for a second person: for who looks, and of who looks. */
export default async function RequestsPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const result = await onPage('/processes/requests', async (context) => {
    const [others, mine] = await Promise.all([
      waitingRequests(context, { ...(cursor ? { cursor } : {}) }),
      waitingRequests(context, { by: 'me' }),
    ]);
    return { others, mine };
  });
  if (!result.ok) return <RefusedPage message={result.message} />;
  const { others, mine } = result.value;
  return <RequestList others={others.items} nextCursor={others.nextCursor} mine={mine.items} />;
}
