import { useDeferredValue, useEffect, useState } from 'react';
import { whenIdle } from '@/components/ui/when-idle';
import type { DocumentDiff } from '@/lib/diff';
import type { ProcessDocument } from '@/lib/document';
import { markExecutable } from '@/lib/processes/mark-executable';
import type { DesignerApi } from './api';
import { useEditor } from './store/context';

/** What changed since the latest version; null before the first, and until it is known. */
export function useChanges(api: DesignerApi, latestVersion: number | null): DocumentDiff | null {
  // Drawing comes first: what changed may be counted a moment later.
  const document = useDeferredValue(useEditor((state) => state.history.present));
  const [published, setPublished] = useState<ProcessDocument | null>(null);
  const [changes, setChanges] = useState<DocumentDiff | null>(null);
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
  useEffect(() => {
    if (!published) return;
    let current = true;
    const compare = () =>
      import('@/lib/diff').then(
        ({ diffDocuments }) => current && setChanges(diffDocuments(published, markExecutable(document))),
        () => undefined,
      );
    const cancel = whenIdle(() => void compare());
    return () => {
      current = false;
      cancel();
    };
  }, [published, document]);
  return changes;
}
