/** How the list uses its width. */
export interface ListLayout {
  /** Height of a row in px. */
  rowHeight: number;
  /** Two lines an event where there is no room for columns. */
  lines: 1 | 2;
  columns: string;
  object: boolean;
  process: boolean;
}

const PHONE: ListLayout = {
  rowHeight: 56,
  lines: 2,
  columns: 'grid-cols-[36px_minmax(0,1fr)]',
  object: false,
  process: false,
};
const NARROW: ListLayout = {
  rowHeight: 32,
  lines: 1,
  columns: 'grid-cols-[36px_72px_152px_148px_minmax(0,1fr)]',
  object: false,
  process: false,
};
const MEDIUM: ListLayout = {
  ...NARROW,
  columns: 'grid-cols-[36px_72px_152px_148px_minmax(0,1fr)_160px]',
  object: true,
};
const WIDE: ListLayout = {
  ...MEDIUM,
  columns: 'grid-cols-[36px_72px_152px_160px_minmax(0,1fr)_190px_150px]',
  process: true,
};

/** Columns give way from the right as the list gets narrower. @param width of the list in px */
export function listLayout(width: number): ListLayout {
  if (width < 640) return PHONE;
  if (width < 820) return NARROW;
  return width < 1060 ? MEDIUM : WIDE;
}
