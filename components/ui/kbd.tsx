import type { ReactNode } from 'react';
import { cx } from './cx';

/** One key or key combination. */
export function Kbd({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'on-primary' }) {
  return (
    <kbd
      className={cx(
        'inline-block min-w-4.5 flex-none whitespace-nowrap rounded-[3px] border px-1 text-center text-3xs/4 font-medium',
        tone === 'plain' ? 'border-line bg-paper text-muted' : 'border-on-primary/45 text-on-primary',
      )}
    >
      {children}
    </kbd>
  );
}
