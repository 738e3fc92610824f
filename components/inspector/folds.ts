import { createContext, useCallback, useMemo, useState } from 'react';

/** Which sections of a panel are folded. */
export interface Folds {
  folded: ReadonlySet<string>;
  toggle(title: string): void;
}

/** Null where sections don't fold. */
export const FoldContext = createContext<Folds | null>(null);

const KEY = 'countersign:folded-sections';

type Stored = Record<string, string[]>;

/** Folded sections by kind of element; nothing where the browser keeps nothing or something else is kept. */
export function readFolds(text: string | null): Stored {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    const lists = Object.entries(value).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((title) => typeof title === 'string'),
    );
    return Object.fromEntries(lists);
  } catch {
    return {};
  }
}

/** The titles with one added, or taken away when it was there. */
export const toggled = (titles: readonly string[], title: string): string[] =>
  titles.includes(title) ? titles.filter((each) => each !== title) : [...titles, title];

function load(): Stored {
  try {
    return readFolds(localStorage.getItem(KEY));
  } catch {
    return {}; // a browser that forbids storage
  }
}

function keep(stored: Stored): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
    // it is forgotten with the page
  }
}

/** Sections of one kind of element, as they were left the last time one of that kind was looked at. */
export function useFolds(kind: string): Folds {
  const [all, setAll] = useState<Stored>(load);
  const titles = all[kind];
  const toggle = useCallback(
    (title: string) => {
      // read again: another tab may have folded something since
      const stored = load();
      const next = { ...stored, [kind]: toggled(stored[kind] ?? [], title) };
      keep(next);
      setAll(next);
    },
    [kind],
  );
  return useMemo(() => ({ folded: new Set(titles), toggle }), [titles, toggle]);
}
