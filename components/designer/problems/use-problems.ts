import { useMemo, useState } from 'react';
import { whenIdle } from '@/components/ui/when-idle';
import type { Problem } from '@/engine/compile/problem';
import { useAnalysis } from '../analysis/context';
import { useEditorStore } from '../store/context';
import { type DocumentEffect, useDocumentEffect } from '../store/use-document-effect';
import { type Findings, findingsOf, keptIfSame } from './worst';

/** How long after a change the check begins, in milliseconds: the frame that shows the change comes first. */
const AFTER_MS = 30;

/** What is wrong with the draft, checked after each change with the same rules as the server. */
export function useProblems(initial: readonly Problem[]): Findings {
  const analysis = useAnalysis();
  const editor = useEditorStore();
  const [checked, setChecked] = useState(initial);

  const check = useMemo((): DocumentEffect => {
    const first = editor.getState().history.present;
    return (document) => {
      let current = true;
      const ask = async () => {
        const found = await analysis.problems(document);
        if (found && current) setChecked((before) => keptIfSame(before, found));
      };
      // what the server found stands until something changes, so the rules needn't be loaded with the page
      const cancel = document === first ? whenIdle(ask) : soon(ask);
      return () => {
        current = false;
        cancel();
      };
    };
  }, [editor, analysis]);
  useDocumentEffect(check);

  return useMemo(() => findingsOf(checked), [checked]);
}

function soon(check: () => void): () => void {
  const timer = setTimeout(check, AFTER_MS);
  return () => clearTimeout(timer);
}
