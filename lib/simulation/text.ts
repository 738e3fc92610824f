import { LineCounter, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { scenarioSchema } from './schema';
import type { Scenario } from './types';

/** Files of this ending hold one scenario each. */
export const SCENARIO_ENDING = '.scenario.yaml';

/** More than the largest path with its variables needs. */
const MOST_BYTES = 1_000_000;

export type ReadScenario =
  | { ok: true; scenario: Scenario }
  | { ok: false; message: string; line: number; column: number };

/** A scenario as text for files: YAML 1.2, keys in a fixed order, the same text for the same scenario. */
export function scenarioText({ scenario, process, clock, start, steps, expect }: Scenario): string {
  const ordered = { scenario, process, clock, start, steps, expect };
  return stringify(ordered, { lineWidth: 110, aliasDuplicateObjects: false, singleQuote: true });
}

/** Reads such a text; what is wrong is said with the line it stands in. Never throws. */
export function readScenario(content: string): ReadScenario {
  if (content.length > MOST_BYTES) return wrong('The file is larger than a megabyte.');
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, uniqueKeys: true, merge: false });
  const [error] = document.errors;
  if (error) return wrong(`This is no YAML: ${firstLine(error.message)}`, lines.linePos(error.pos[0]));
  const read = scenarioSchema.safeParse(plain(document));
  if (read.success) return { ok: true, scenario: read.data };
  const { message, path } = deepest(read.error.issues);
  return wrong(message, placeOf(document, path, lines));
}

type Parsed = ReturnType<typeof parseDocument>;
type Place = { line: number; col: number };
type Issue = z.core.$ZodIssue;

/** Aliases may make a small text huge, so none are followed. */
function plain(document: Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

const firstLine = (message: string): string => message.split('\n')[0] ?? '';

const wrong = (message: string, at?: Place): ReadScenario => ({
  ok: false,
  message,
  line: at?.line ?? 1,
  column: at?.col ?? 1,
});

/** A step fits none of the forms: the form that it fits best says most. */
function deepest(issues: readonly Issue[]): { message: string; path: PropertyKey[] } {
  const [issue] = issues;
  if (!issue) return { message: 'This is no scenario.', path: [] };
  if (issue.path[0] === 'steps' && /^(?:invalid_union|unrecognized_keys)$/.test(issue.code)) {
    return {
      message: `Step ${Number(issue.path[1]) + 1} can’t be read: it is “wait”, “set”, or “at” with one of result, error, fail, form, outcome, flows, timer, message, signal, escalation, activate, retry.`,
      path: [...issue.path],
    };
  }
  const where = issue.path.join('.');
  return { message: where ? `${where}: ${issue.message}` : issue.message, path: [...issue.path] };
}

/** Where a value stands; the nearest thing around it when it is missing. */
function placeOf(document: Parsed, path: readonly PropertyKey[], lines: LineCounter): Place | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return lines.linePos(node.range[0]);
  }
  return undefined;
}
