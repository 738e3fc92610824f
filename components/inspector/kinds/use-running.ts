import { useEffect, useState } from 'react';
import type { DesignerApi } from '@/components/designer/api';
import { useDesignerApi } from '../use-designer-api';

/** Asked once a designer: the number is for orientation. */
const asked = new WeakMap<DesignerApi, Promise<number>>();

function ask(api: DesignerApi): Promise<number> {
  const known = asked.get(api);
  if (known) return known;
  const fresh = api
    .versions()
    .then((versions) => versions.reduce((sum, each) => sum + each.runningInstances, 0))
    .catch(() => 0);
  asked.set(api, fresh);
  return fresh;
}

/** In how many running instances the published versions of this process are used; undefined until it is known. */
export function useRunning(): number | undefined {
  const api = useDesignerApi();
  const [running, setRunning] = useState<number>();
  useEffect(() => {
    let current = true;
    if (api) void ask(api).then((count) => current && setRunning(count));
    return () => {
      current = false;
    };
  }, [api]);
  return running;
}
