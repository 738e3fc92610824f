import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAnalysis } from '@/components/designer/analysis/context';
import { type DocumentEffect, useDocumentEffect } from '@/components/designer/store/use-document-effect';
import type { FieldScope } from '@/lib/analysis/types';
import type { ElementId } from '@/lib/document';
import type { FeelProblem } from '@/lib/feel/validate';

/** Before the first answer nothing is known, so nothing is doubted. */
const UNKNOWN: FieldScope = { variables: [], open: true };

/** Variables that exist at an element, where one of its fields is looked at; after a change those of before for a moment. */
export function useScope(id: ElementId, field?: string): FieldScope {
  const analysis = useAnalysis();
  const [known, setKnown] = useState<{ scope: FieldScope; id: ElementId }>({ scope: UNKNOWN, id });
  const look = useCallback<DocumentEffect>(
    (document) => {
      let current = true;
      const ask = () =>
        void analysis.scope(document, id, field).then((scope) => current && setKnown({ scope, id }));
      // What was drawn is shown first.
      const timer = setTimeout(ask, 0);
      return () => {
        current = false;
        clearTimeout(timer);
      };
    },
    [analysis, id, field],
  );
  useDocumentEffect(look);
  return known.id === id ? known.scope : UNKNOWN;
}

type Validate = (
  source: string,
  scope: { inScope: readonly string[]; open: boolean },
) => readonly FeelProblem[];
let loaded: Validate | undefined;

/** What is wrong with a FEEL source; the parser is loaded when the first field needs it. */
export function useFeelProblems(
  source: string | undefined,
  { variables, open }: FieldScope,
): readonly FeelProblem[] {
  const [validate, setValidate] = useState<Validate | undefined>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    let current = true;
    void import('@/lib/feel/validate').then((module) => {
      loaded = module.validateFeel;
      if (current) setValidate(() => module.validateFeel);
    });
    return () => {
      current = false;
    };
  }, []);
  return useMemo(() => {
    if (!validate || source === undefined || source.trim() === '') return [];
    return validate(source, { inScope: variables.map((each) => each.name), open });
  }, [validate, source, variables, open]);
}
