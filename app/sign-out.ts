'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionCookie } from '@/lib/auth/session';
import { recordSignOut } from '@/lib/auth/sign-in';
import { pagePrincipal } from '@/lib/http/page';

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const principal = await pagePrincipal();
  (await cookies()).delete(sessionCookie().name);
  await recordSignOut(principal?.id);
  redirect('/');
}
