import { createElement, type ReactNode, useId } from 'react';
import { cx } from './cx';

export interface SectionProps {
  title: ReactNode;
  /** At the right end of the line: a count, a link, a small control. */
  meta?: ReactNode;
  /** A number before the title, where order matters. */
  number?: number;
  icon?: ReactNode;
  /** Heading level in the document outline. Default 2. */
  level?: 2 | 3 | 4;
  className?: string;
  children: ReactNode;
}

/** A 12 px semibold word, a hairline to the edge, meta at the end. Sections have no boxes. */
export function Section({ title, meta, number, icon, level = 2, className, children }: SectionProps) {
  const id = useId();
  const heading = createElement(`h${level}`, { id, className: 'font-semibold' }, title);
  return (
    <section aria-labelledby={id} className={cx('min-w-0', className)}>
      <div className="mb-1.5 flex items-center gap-2.5 text-xs">
        {number !== undefined && (
          <span className="font-mono text-3xs/4.5 font-medium text-muted">{number}</span>
        )}
        {icon}
        {heading}
        <span aria-hidden="true" className="h-px grow bg-line" />
        {meta && <span className="flex items-center gap-1.5 text-muted">{meta}</span>}
      </div>
      {children}
    </section>
  );
}
