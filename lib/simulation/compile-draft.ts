import { compile } from '@/engine/compile/compile';
import type { Problem } from '@/engine/compile/problem';
import type { Executable } from '@/engine/core/model';
import type { ProcessDocument } from '@/lib/document';
import { compileRegistry } from '@/lib/elements/compile-registry';

export type CompiledDraft =
  | { ok: true; executables: readonly Executable[] }
  /** What keeps it from running. */
  | { ok: false; problems: readonly Problem[] };

/** The processes of a draft, ready to be simulated; or the errors that keep them from it. */
export function compileDraft(document: ProcessDocument): CompiledDraft {
  const compiled = compile(document, { versionId: 'draft', checksum: '', registry: compileRegistry });
  if (compiled.ok) return { ok: true, executables: compiled.executables };
  return { ok: false, problems: compiled.problems.filter(({ severity }) => severity === 'error') };
}
