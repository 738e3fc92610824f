import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type DocumentDiff, diffDocuments } from '@/lib/diff';
import type { ProcessDocument } from '@/lib/document';
import { markExecutable } from '@/lib/processes/mark-executable';
import type { DesignerApi } from './api';
import { useEditor } from './store/context';

/** What changed since the latest version; null before the first, and until it is known. */
export function useChanges(api: DesignerApi, latestVersion: number | null): DocumentDiff | null {
  // Drawing comes first: what changed may be counted a moment later.
  const document = useDeferredValue(useEditor((state) => state.history.present));
  const [published, setPublished] = useState<ProcessDocument | null>(null);
  useEffect(() => {
    if (latestVersion === null) return;
    let current = true;
    api.version(latestVersion).then(
      (found) => current && setPublished(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api, latestVersion]);
  return useMemo(
    () => (published ? diffDocuments(published, markExecutable(document)) : null),
    [published, document],
  );
}
