import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { DesignerApi, StoredScenario } from '@/components/designer/api';
import { useEditor } from '@/components/designer/store/context';
import { runScenarios, type ScenarioResult } from '@/lib/simulation';

export interface RunScenario extends StoredScenario {
  result: ScenarioResult;
}

/** The stored scenarios, each run on the draft as it is now; null while they are loaded. */
export function useScenarios(api: DesignerApi) {
  const document = useDeferredValue(useEditor((state) => state.history.present));
  const [stored, setStored] = useState<readonly StoredScenario[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    try {
      setStored(await api.scenarios());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }, [api]);
  useEffect(() => void load(), [load]);
  const run = useMemo((): readonly RunScenario[] | null => {
    if (!stored) return null;
    const results = runScenarios(
      document,
      stored.map(({ content }) => content),
    );
    return stored.flatMap((each, index) => {
      const result = results[index];
      return result ? [{ ...each, result }] : [];
    });
  }, [stored, document]);
  return { run, failed, load };
}
