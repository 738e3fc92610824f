import type { ReactNode } from 'react';
import { cx } from './cx';

export interface EmptyStateProps {
  /** What is so, as a short sentence: “All clear”. */
  title: string;
  /** What comes next, or what to do. */
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

/** An empty list that helps. */
export function EmptyState({ title, children, icon, actions, className }: EmptyStateProps) {
  return (
    <div
      className={cx('mx-auto flex max-w-100 flex-col items-center gap-2 px-6 py-12 text-center', className)}
    >
      {icon && <span className="mb-1 text-muted">{icon}</span>}
      <p className="text-base font-semibold tracking-[-.012em]">{title}</p>
      {children && <div className="text-muted">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
