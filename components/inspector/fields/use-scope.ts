import { useEffect, useMemo, useState } from 'react';
import { useEditor } from '@/components/designer/store/context';
import { type ElementId, get } from '@/lib/document';
import { anythingAt, variablesAt } from '@/lib/elements/scope';
import type { ScopeVariable } from '@/lib/feel/scope';
import type { FeelProblem } from '@/lib/feel/validate';

/** The variables that exist where a field is looked at. */
export interface FieldScope {
  /** With type and who sets them. */
  variables: readonly ScopeVariable[];
  /** More may exist: what a message, work of others or the start brings. */
  open: boolean;
}

const NOWHERE: FieldScope = { variables: [], open: false };

/** Variables that exist at an element, where one of its fields is looked at. */
export function useScope(id: ElementId, field?: string): FieldScope {
  const document = useEditor((state) => state.history.present);
  return useMemo(
    () =>
      get(document, id)
        ? { variables: variablesAt(document, id, field), open: anythingAt(document, id, field) }
        : NOWHERE,
    [document, id, field],
  );
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
