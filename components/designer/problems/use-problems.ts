import { useMemo, useState } from 'react';
import { whenIdle } from '@/components/ui/when-idle';
import type { Problem } from '@/engine/compile/problem';
import { useAnalysis } from '../analysis/context';
import { useEditorStore } from '../store/context';
import { type DocumentEffect, useDocumentEffect } from '../store/use-document-effect';
import { type Findings, findingsOf, keptIfSame } from './worst';

/** How long after a change the check begins, in milliseconds: the frame that shows the change comes first. */
const AFTER_MS = 30;

const NONE: readonly Problem[] = [];

/**
 * What is wrong with the draft, checked after each change with the same rules as the server.
 * @param initial what the server found in the draft that was opened; null when it didn't look
 */
export function useProblems(initial: readonly Problem[] | null): Findings & { known: boolean } {
  const analysis = useAnalysis();
  const editor = useEditorStore();
  const [checked, setChecked] = useState(initial);

  const check = useMemo((): DocumentEffect => {
    const opened = editor.getState().history.present;
    return (document) => {
      let current = true;
      const ask = async () => {
        const found = await analysis.problems(document);
        if (found && current) setChecked((before) => keptIfSame(before ?? NONE, found));
      };
      // what the server found, or that nobody has looked yet, stands until something changes, so the rules needn't be loaded with the page
      const cancel = document === opened ? whenIdle(ask) : soon(ask);
      return () => {
        current = false;
        cancel();
      };
    };
  }, [editor, analysis]);
  useDocumentEffect(check);

  return useMemo(() => ({ ...findingsOf(checked ?? NONE), known: checked !== null }), [checked]);
}

function soon(check: () => void): () => void {
  const timer = setTimeout(check, AFTER_MS);
  return () => clearTimeout(timer);
}
