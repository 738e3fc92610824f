import type { ReactNode } from 'react';
import { ElementSymbol, type ElementSymbolProps } from '@/components/bpmn';

/** Room for end-event strokes, rings and badges. */
const PAD = 2;

/** A symbol 1:1 with a caption; `pad` when a ring or badge needs more room. */
export function Specimen({
  caption,
  pad = PAD,
  ...symbol
}: ElementSymbolProps & { caption?: ReactNode; pad?: number }) {
  const { width, height } = symbol.spec;
  return (
    <figure className="flex flex-col items-center gap-1.5">
      <svg
        width={width + 2 * pad}
        height={height + 2 * pad}
        viewBox={`${-pad} ${-pad} ${width + 2 * pad} ${height + 2 * pad}`}
        aria-hidden="true"
        className="max-w-full overflow-visible"
      >
        <ElementSymbol {...symbol} />
      </svg>
      {caption && <figcaption className="max-w-28 text-center text-2xs text-muted">{caption}</figcaption>}
    </figure>
  );
}

/** One cell of the sheet. */
export function Cell({
  title,
  children,
  className = '',
}: {
  title: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`min-w-0 border-b border-line p-4.5 ${className}`}>
      <h2 className="mb-3 text-base font-semibold tracking-[-.012em]">{title}</h2>
      {children}
    </section>
  );
}
