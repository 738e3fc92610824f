import type { EvaluationResult } from '../core/json';
import type { Expression } from '../core/model';
import { classify, compileBounded, evaluateCondition, type FeelSyntaxError, parseFeel } from './feel';
import { memo } from './memo';
import type { ExpressionOptions, Translation } from './registry';

/** Where a text stops being an expression, for the person who wrote it. */
export interface ExpressionError {
  message: string;
  /** Written for another engine and not translatable; only conditions must be readable then. */
  foreign?: true;
}

type Read =
  | { kind: 'static'; text: string }
  | { kind: 'feel'; source: string; offset: number }
  | { kind: 'error'; message: string; foreign: true };

/**
 * Compiles one text. Bounded FEEL becomes a closure that runs inside a transition; other FEEL is answered from
 * outside; everything that isn't an expression is a constant (Zeebe's rule: FEEL begins with `=`).
 */
export function compileExpression(
  text: string,
  options: ExpressionOptions = {},
  translate?: (source: string) => Translation,
): Expression | ExpressionError {
  const read = readText(text, options, translate);
  if (read.kind === 'error') return { message: read.message, foreign: true };
  if (read.kind === 'static') return { mode: 'static', source: text, value: read.text };
  const compiled =
    options.purpose === 'condition' ? compileCondition(read.source) : compileValue(read.source);
  if (!('from' in compiled)) return compiled;
  return {
    message: `${compiled.message.replace(/\.$/, '')} (at character ${read.offset + compiled.from + 1}).`,
  };
}

const compileValue = memo(5_000, (source) => compileFeel(source, false));
const compileCondition = memo(5_000, (source) => compileFeel(source, true));

function compileFeel(source: string, condition: boolean): Expression | FeelSyntaxError {
  const parsed = parseFeel(source);
  if (!parsed.ok) return parsed;
  if (classify(source).kind === 'unbounded') return { mode: 'unbounded', source };
  return bounded(source, condition);
}

function bounded(source: string, condition: boolean): Expression {
  const compiled = compileBounded(source);
  return {
    mode: 'bounded',
    source,
    evaluate(context) {
      const result = compiled.evaluate(context);
      // FEEL's JSON is readonly, the engine's isn't; both are plain JSON and neither side writes into it
      if (!condition) return result as EvaluationResult;
      const decided = evaluateCondition(result, source);
      return decided.ok ? { ok: true, value: decided.value, missing: [] } : decided;
    },
  };
}

function readText(
  text: string,
  { syntax = 'zeebe', purpose = 'value' }: ExpressionOptions,
  translate?: (source: string) => Translation,
): Read {
  const trimmed = text.trim();
  const lead = text.length - text.trimStart().length;
  if (trimmed.startsWith('=')) return { kind: 'feel', source: trimmed.slice(1), offset: lead + 1 };
  if (syntax === 'feel' || purpose === 'condition') {
    if (!/[$#]\{/.test(trimmed)) return { kind: 'feel', source: trimmed, offset: lead };
    return translated(trimmed, translate);
  }
  if (syntax === 'juel' && /[$#]\{/.test(trimmed)) return translated(trimmed, translate);
  return { kind: 'static', text };
}

function translated(source: string, translate?: (source: string) => Translation): Read {
  const result = translate?.(source) ?? { ok: false as const, message: 'No translation to FEEL is known.' };
  if (result.ok) return { kind: 'feel', source: result.feel.replace(/^\s*=/, ''), offset: 0 };
  return {
    kind: 'error',
    foreign: true,
    message: `“${source.trim()}” is written for another engine and can't be translated: ${result.message}`,
  };
}

/** The FEEL source of a text; undefined when it is constant or of another language. */
export function feelSource(
  text: string,
  options: ExpressionOptions = {},
  translate?: (source: string) => Translation,
): string | undefined {
  const read = readText(text, options, translate);
  return read.kind === 'feel' ? read.source : undefined;
}

/** Whether a compiled text is an error. */
export function isError(compiled: Expression | ExpressionError): compiled is ExpressionError {
  return !('mode' in compiled);
}
