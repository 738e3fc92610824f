'use client';

import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { Tooltip } from '@/components/ui/tooltip';

interface PadButtonProps {
  label: string;
  icon: ReactNode;
  shortcut?: string;
  /** For what is on or off. */
  pressed?: boolean;
  onClick?: () => void;
  onPress?: (event: React.PointerEvent) => void;
  onHover?: (over: boolean) => void;
}

/** One tool of a pad beside what is selected. Keys reach everything in it, so it is no tab stop. */
export function PadButton({ label, icon, shortcut, pressed, onClick, onPress, onHover }: PadButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={label}
        aria-pressed={pressed}
        className={cx(
          'flex h-7.5 w-8 items-center justify-center rounded-sm',
          pressed ? 'bg-ink text-canvas' : 'hover:bg-hover',
        )}
        onClick={onClick}
        onPointerDown={onPress}
        onPointerEnter={() => onHover?.(true)}
        onPointerLeave={() => onHover?.(false)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}

/** Tools two in a row; a flat pad has them side by side. */
export const PAIRS = 'grid grid-cols-2 group-data-[flat=true]/pad:contents';

/** The line between two groups of tools. */
export const PadRule = () => (
  <span className="mx-0.5 my-0.5 block h-px bg-line group-data-[flat=true]/pad:hidden" />
);

/** A drawn icon of a pad in a 16 × 16 box. */
export function PadGlyph({ children }: { children: ReactNode }) {
  return (
    <svg
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
