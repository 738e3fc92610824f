import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { LiveRegion } from '@/components/ui/live-region';
import { THEME_COOKIE, themeAttribute } from '@/components/ui/theme';
import { Toaster } from '@/components/ui/toast';
import { TooltipProvider } from '@/components/ui/tooltip';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Countersign', template: '%s · Countersign' },
  description: 'Draw, run, countersign and prove business processes.',
  icons: { icon: '/icon.svg' },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f2' },
    { media: '(prefers-color-scheme: dark)', color: '#101614' },
  ],
};

/** The theme comes from a cookie, so neither a flash nor an inline script is needed. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeAttribute((await cookies()).get(THEME_COOKIE)?.value);
  return (
    // The theme menu changes `data-theme` on the client before the next server render.
    <html
      lang="en"
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <LiveRegion>
          <TooltipProvider>{children}</TooltipProvider>
        </LiveRegion>
        <Toaster />
      </body>
    </html>
  );
}
