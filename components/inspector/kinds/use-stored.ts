import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import type { Choice } from '../fields/suggestion-list';

interface Processes {
  items: { name: string; key: string; retired: boolean }[];
}
interface Decisions {
  items: { decisions: { decisionId: string; name: string }[] }[];
}

/** Processes that can be called, by name; none until they are known, and for whoever may not see them. */
export const useCallable = (): readonly Choice[] => useStored('/processes?limit=100', callable);

/** Stored decisions, by name; none until they are known, and for whoever may not see them. */
export const useDecisions = (): readonly Choice[] => useStored('/decisions', decided);

export const callable = ({ items }: Processes): Choice[] =>
  items.filter(({ retired }) => !retired).map(({ name, key }) => choice(key, name));

export const decided = ({ items }: Decisions): Choice[] =>
  items.flatMap(({ decisions }) => decisions.map(({ decisionId, name }) => choice(decisionId, name)));

const choice = (id: string, name: string): Choice => ({ label: name || id, apply: id, detail: id });

const NONE: readonly Choice[] = [];

function useStored<Body>(path: string, read: (body: Body) => Choice[]): readonly Choice[] {
  const [choices, setChoices] = useState(NONE);
  useEffect(() => {
    const stop = new AbortController();
    apiGet<Body>(path, stop.signal).then(
      (answer) => answer.ok && setChoices(read(answer.body)),
      () => undefined,
    );
    return () => stop.abort();
  }, [path, read]);
  return choices;
}
