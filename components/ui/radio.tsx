'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

export interface RadioProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
  label: ReactNode;
}

/** One choice of several that stand below each other. The whole row can be clicked; arrow keys move, by the browser. */
export function Radio({ label, ...input }: RadioProps) {
  return (
    <label className={cx('flex min-h-6 items-start gap-2.5 text-sm', input.disabled && 'text-muted')}>
      <span className="relative -m-1.25 mt-0 grid size-6 flex-none place-items-center">
        <input {...input} type="radio" className="peer absolute inset-0 appearance-none rounded-full" />
        <span className="pointer-events-none absolute inset-1.25 rounded-full border-[1.5px] border-line-strong bg-surface peer-checked:border-[4.5px] peer-checked:border-primary peer-disabled:border-line peer-disabled:bg-sunken" />
      </span>
      <span className="min-w-0 break-words py-0.5">{label}</span>
    </label>
  );
}
