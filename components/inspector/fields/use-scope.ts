import { useEffect, useMemo, useState } from 'react';
import { useEditor } from '@/components/designer/store/context';
import { type ElementId, get } from '@/lib/document';
import { variablesAt } from '@/lib/elements/scope';
import type { ScopeVariable } from '@/lib/feel/scope';
import type { FeelProblem } from '@/lib/feel/validate';

/** Variables that exist at an element, with type and who sets them. */
export function useScope(id: ElementId): readonly ScopeVariable[] {
  const document = useEditor((state) => state.history.present);
  return useMemo(() => (get(document, id) ? variablesAt(document, id) : []), [document, id]);
}

type Validate = (source: string, scope: { inScope: readonly string[] }) => readonly FeelProblem[];
let loaded: Validate | undefined;

/** What is wrong with a FEEL source; the parser is loaded when the first field needs it. */
export function useFeelProblems(
  source: string | undefined,
  variables: readonly ScopeVariable[],
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
    return validate(source, { inScope: variables.map((each) => each.name) });
  }, [validate, source, variables]);
}
