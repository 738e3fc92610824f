import { useRef, useState } from 'react';

type Handlers = Record<string, (...args: never[]) => unknown>;

/**
 * Event handlers that are the same functions for the life of a component and do what the latest render says. With
 * new ones React Flow would render every element again.
 */
export function useLatest<T extends Handlers>(handlers: T): T {
  const latest = useRef<Handlers>(handlers);
  latest.current = handlers;
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(handlers).map((name) => [name, (...args: never[]) => latest.current[name]?.(...args)]),
      ) as T,
  );
  return stable;
}
