import { SignInForm } from '@/components/account/sign-in-form';
import { Logo } from '@/components/shell/logo';
import { DEMO_PEOPLE } from '@/lib/auth/demo';
import { oidcProviders } from '@/lib/auth/oidc';
import { ownPath } from '@/lib/http/own-path';
import { pageDemo } from '@/lib/http/page';

export const metadata = { title: 'Sign in' };

/** Password, single sign-on and, where it may be, the demo people. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { returnTo = '/', error } = await searchParams;
  const demo = await pageDemo();
  const people = demo ? DEMO_PEOPLE.map(({ id, name, title }) => ({ id, name, title })) : [];
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4">
      <div className="w-full max-w-[380px] rounded-lg border border-line bg-surface p-6">
        <div className="mb-5 flex items-center gap-2.5">
          <Logo />
          <h1 className="text-lg font-semibold">Sign in to Countersign</h1>
        </div>
        <SignInForm
          returnTo={ownPath(String(returnTo))}
          failed={error !== undefined}
          sso={oidcProviders()[0]?.name}
          people={people}
        />
      </div>
    </main>
  );
}
