import { Logo } from '@/components/shell/logo';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';

export const metadata = { title: 'First administrator' };

/** Opened once from the console's link. Reading the page uses nothing up; only the form does. */
export default async function SetupPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ error?: string }>;
}) {
  const [{ code }, { error }] = [await params, await searchParams];
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4">
      <div className="w-full max-w-[420px] rounded-lg border border-line bg-surface p-6">
        <div className="mb-2 flex items-center gap-2.5">
          <Logo />
          <h1 className="text-lg font-semibold">Welcome to Countersign</h1>
        </div>
        <p className="mb-5 text-sm text-muted">
          You become the first administrator. You hold every role until you give roles to others.
        </p>
        {error && (
          <div className="mb-4">
            <Banner tone="error">{error}</Banner>
          </div>
        )}
        <form action="/api/setup" method="post" className="flex flex-col gap-3">
          <input type="hidden" name="code" value={code} />
          <TextField label="Your name" name="name" autoComplete="name" required />
          <TextField label="E-mail address" name="email" type="email" autoComplete="username" required />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={12}
            hint="At least 12 characters; a sentence is fine."
            required
          />
          <Button type="submit" variant="primary" size="lg">
            Create the account
          </Button>
        </form>
      </div>
    </main>
  );
}
