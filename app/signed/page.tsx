import { SignedWindow } from '@/components/account/signed-window';
import { NOT_CONFIRMED, type NotConfirmed } from '@/lib/auth/not-confirmed';

export const metadata = { title: 'Signed in again' };

/** Where somebody ends who signed in again to sign a decision: it tells the window that waits, and closes. */
export default async function SignedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { refused } = await searchParams;
  const why = Object.hasOwn(NOT_CONFIRMED, String(refused)) ? NOT_CONFIRMED[refused as NotConfirmed] : null;
  return <SignedWindow refused={refused === undefined ? null : (why ?? NOT_CONFIRMED.refused)} />;
}
