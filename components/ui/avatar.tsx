import { Cpu } from 'lucide-react';
import { Sparkle } from '@/components/bpmn/sparkle';
import { cx } from './cx';

const GROUNDS = [
  'bg-[var(--av-1)]',
  'bg-[var(--av-2)]',
  'bg-[var(--av-3)]',
  'bg-[var(--av-4)]',
  'bg-[var(--av-5)]',
];

/** First letters of the first and last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return ([...first][0] ?? '?').toUpperCase() + ([...last][0] ?? '').toUpperCase();
}

/** One of five calm grounds, always the same for a name. */
export function groundIndex(name: string): number {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % GROUNDS.length;
}

/** The same ground as a colour, for what is drawn. */
export const groundOf = (name: string): string => `var(--av-${groundIndex(name) + 1})`;

export interface AvatarProps {
  name: string;
  kind?: 'person' | 'ai' | 'engine';
  size?: 's' | 'm';
  /** When the name stands beside it, which is better. */
  decorative?: boolean;
}

/** A person as initials; AI and the engine as squares, so that nobody takes them for people. */
export function Avatar({ name, kind = 'person', size = 'm', decorative }: AvatarProps) {
  const box = size === 's' ? 'size-5 text-[8.5px]' : 'size-6.5 text-[10px]';
  const look =
    kind === 'person'
      ? cx('rounded-full text-ink', GROUNDS[groundIndex(name)])
      : cx('rounded-[5px]', kind === 'ai' ? 'bg-ai-soft text-ai' : 'bg-sunken text-muted');
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
      className={cx(
        'inline-flex flex-none items-center justify-center font-semibold leading-none tracking-normal',
        box,
        look,
      )}
    >
      {kind === 'person' && initials(name)}
      {kind === 'ai' && <Sparkle size={size === 's' ? 13 : 15} />}
      {kind === 'engine' && <Cpu size={size === 's' ? 12 : 14} strokeWidth={1.6} aria-hidden="true" />}
    </span>
  );
}
