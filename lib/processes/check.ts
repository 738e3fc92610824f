import { eachCauseOnce } from '@/engine/compile/causes';
import { compile } from '@/engine/compile/compile';
import { lint } from '@/engine/compile/lint/lint';
import { type Problem, uniqueProblems } from '@/engine/compile/problem';
import type { ProcessDocument } from '@/lib/document';
import { compileRegistry } from '@/lib/elements/compile-registry';
import { rules } from '@/lib/elements/rules';
import { startTriggers } from './start-triggers';

/** Everything that is wrong or noteworthy in a draft, errors first. Only errors keep it from being published. */
export function checkDocument(document: ProcessDocument): Problem[] {
  const compiled = compile(document, { versionId: 'draft', checksum: '', registry: compileRegistry });
  const starts = compiled.ok
    ? compiled.executables.flatMap((each) => startTriggers(each, new Date().toISOString()).problems)
    : [];
  return uniqueProblems(eachCauseOnce([...compiled.problems, ...starts], lint(document, rules)));
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((one) => one.severity === 'error');
