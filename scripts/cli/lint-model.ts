import path from 'node:path';
import { checkDocument } from '@/lib/processes/check';
import type { Surroundings } from './command';
import { type ReadModel, readModel } from './model-files';

export interface Linted {
  model?: ReadModel;
  errors: number;
  warnings: number;
}

/** Checks a file as the server would before publishing, and prints each finding as `file:line:column severity text`. */
export function lintModel(file: string, { cwd, out }: Surroundings): Linted {
  const name = path.relative(cwd, file) || file;
  const model = readModel(file);
  if (!model.ok) {
    out(`${name}:${model.line ?? 1}:${model.column ?? 1} error ${model.message} (${model.code})`);
    return { errors: 1, warnings: 0 };
  }
  const found = [...model.notes, ...checkDocument(model.document)].filter(
    ({ severity }) => severity !== 'info',
  );
  const counts = { error: 0, warning: 0 };
  const known = new Set<string>();
  const placed = found.map((problem) => ({ ...problem, ...model.place(problem.elementId, problem.field) }));
  for (const { severity, code, message, line, column } of placed.sort((a, b) => a.line - b.line)) {
    const text = `${name}:${line}:${column} ${severity} ${message} (${code})`;
    if (known.has(text) || severity === 'info') continue;
    known.add(text);
    counts[severity]++;
    out(text);
  }
  return { model, errors: counts.error, warnings: counts.warning };
}
