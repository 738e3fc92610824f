import { compile } from '@/engine/compile/compile';
import type { ProcessDocument } from '@/engine/compile/document';
import type { Problem } from '@/engine/compile/problem';
import { also, type Drawn, draw, type Entry } from '@/engine/compile/testing/draw';
import type { Executable, ExecutableNode, Expression } from '@/engine/core/model';
import { compileRegistry } from '@/lib/elements/compile-registry';

/** What a document compiles to, or the problems that keep it from it. */
export function compiled(document: ProcessDocument, processKey?: string) {
  const options = { versionId: 'v', checksum: 'c', registry: compileRegistry };
  const result = compile(document, processKey === undefined ? options : { ...options, processKey });
  const nodes: Record<string, ExecutableNode> = result.ok
    ? Object.assign({}, ...result.executables.map((each) => each.nodes))
    : {};
  const executables: Executable[] = result.ok ? result.executables : [];
  return { nodes, executables, problems: result.problems };
}

/** A node `X` in a process, compiled with entries beside it; throws when it can't be. */
export function compileX(
  drawn: Drawn,
  entries: Record<string, Entry> = {},
  others: Record<string, Drawn> = {},
) {
  const { nodes, problems } = compiled(also(draw({ ...others, X: drawn }, []), entries));
  if (!nodes.X) throw new Error(JSON.stringify(problems));
  return { ...nodes.X, problems };
}

/** Problems as `error X field`, of one code or of all. */
export const listed = (problems: readonly Problem[], code?: string): string[] =>
  problems
    .filter((problem) => code === undefined || problem.code === code)
    .map(({ severity, elementId, field }) => [severity, elementId, field].filter(Boolean).join(' '));

/** An expression as one text: what FEEL it is, or which constant. */
export const shown = (expression: Expression | undefined): unknown =>
  expression === undefined
    ? undefined
    : expression.mode === 'static'
      ? expression.value
      : `=${expression.source}`;
