import { useCallback, useEffect, useState } from 'react';
import { whenIdle } from '@/components/ui/when-idle';
import type { DocumentDiff } from '@/lib/diff';
import type { ProcessDocument } from '@/lib/document';
import { markExecutable } from '@/lib/processes/mark-executable';
import type { DesignerApi } from './api';
import { useDocumentEffect } from './store/use-document-effect';

/** What changed since the latest version; null before the first, and until it is known. */
export function useChanges(api: DesignerApi, latestVersion: number | null): DocumentDiff | null {
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
  const compare = useCallback(
    (document: ProcessDocument) => {
      if (!published) return undefined;
      let current = true;
      const cancel = whenIdle(() => {
        import('@/lib/diff').then(
          ({ diffDocuments }) => current && setChanges(diffDocuments(published, markExecutable(document))),
          () => undefined,
        );
      });
      return () => {
        current = false;
        cancel();
      };
    },
    [published],
  );
  useDocumentEffect(compare);
  return changes;
}
