import Link from 'next/link';
import { cx } from '@/components/ui/cx';

const TABS = [
  { id: 'processes', href: '/processes', label: 'Processes' },
  { id: 'decisions', href: '/decisions', label: 'Decisions' },
  { id: 'templates', href: '/templates', label: 'Templates' },
] as const;

/** What is drawn here, what it asks and what to begin with; each has an address of its own. */
export function LibraryNav({ here }: { here: (typeof TABS)[number]['id'] }) {
  return (
    <nav
      aria-label="Processes, decisions and templates"
      className="flex h-10 flex-none gap-5 overflow-x-auto border-b border-line bg-paper px-4.5"
    >
      {TABS.map(({ id, href, label }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === here ? 'page' : undefined}
          className={cx(
            'focus-inset -mb-px flex flex-none items-center border-b-2 px-0.5 font-medium',
            id === here ? 'border-ink text-ink' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
