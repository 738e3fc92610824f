import type { Json, JsonObject } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import type { ProcessDocument } from '@/lib/document';
import { compileDraft } from './compile-draft';
import { followConditions } from './follow';
import { nameOf, perform } from './perform';
import { begin, type Session } from './session';
import type { Expectation, Refused, Scenario, Step } from './types';
import { waitingElements } from './waiting';

/** Where a scenario and the process first differ, in words. */
export interface Difference {
  message: string;
  /** 1-based place of the step that couldn't be done. */
  step?: number;
  elementId?: string;
}

export type ScenarioResult =
  /** `session` is the instance as it was in the end. */
  { ok: true; session: Session } | { ok: false; difference: Difference; session?: Session };

/** Plays a scenario on a document and compares the end with what it expects. Pure; never throws for a bad model. */
export function runScenario(document: ProcessDocument, scenario: Scenario): ScenarioResult {
  const compiled = compileDraft(document);
  if (!compiled.ok) {
    const [first] = compiled.problems;
    const message = `The process can’t run: ${first?.message ?? 'it has errors.'}`;
    return { ok: false, difference: first ? { message, elementId: first.elementId } : { message } };
  }
  return runOn(compiled.executables, scenario);
}

/** Plays several on one document, which is compiled once. */
export function runScenarios(document: ProcessDocument, scenarios: readonly Scenario[]): ScenarioResult[] {
  const compiled = compileDraft(document);
  if (!compiled.ok) return scenarios.map((scenario) => runScenario(document, scenario));
  return scenarios.map((scenario) => runOn(compiled.executables, scenario));
}

/** The process that is meant; of several that run the scenario must name one. */
export function processOf(
  executables: readonly Executable[],
  key: string | undefined,
): { ok: true; executable: Executable } | Refused {
  const found = executables.find(({ processKey }) => processKey === key);
  const [only] = executables;
  if (found) return { ok: true, executable: found };
  if (key !== undefined) return { ok: false, message: `There is no process “${key}” that runs.` };
  if (only && executables.length === 1) return { ok: true, executable: only };
  const names = executables.map(({ processKey }) => processKey).join(', ');
  return { ok: false, message: `Several processes run here: say which one under “process” (${names}).` };
}

function runOn(executables: readonly Executable[], scenario: Scenario): ScenarioResult {
  const chosen = processOf(executables, scenario.process);
  if (!chosen.ok) return { ok: false, difference: { message: chosen.message } };
  const asks = new Set(scenario.steps.flatMap((step) => ('flows' in step ? [step.at] : [])));
  const begun = begin(chosen.executable, { ...pick(scenario), asks });
  if (!begun.ok) return { ok: false, difference: { message: `It doesn’t start: ${begun.message}` } };
  let { session } = begun;
  for (const [index, step] of scenario.steps.entries()) {
    const moved = perform(unasked(session, scenario.steps.slice(index)), step);
    if (!moved.ok) {
      const { message, elementId } = moved;
      const place = elementId ? { step: index + 1, elementId } : { step: index + 1 };
      return { ok: false, session, difference: { message: `Step ${index + 1}: ${message}`, ...place } };
    }
    session = moved.session;
  }
  session = unasked(session, []);
  const difference = differenceOf(session, scenario.expect);
  return difference ? { ok: false, difference, session } : { ok: true, session };
}

const pick = ({ start, clock }: Scenario) => ({ ...(start ? { start } : {}), ...(clock ? { clock } : {}) });

/** Gateways that ask, but that no later step answers, follow their conditions; that is no step of the path. */
function unasked(session: Session, rest: readonly Step[]): Session {
  const told = new Set(rest.flatMap((step) => ('flows' in step ? [step.at] : [])));
  const { steps, places } = session;
  return { ...followConditions(session, (id) => !told.has(id)), steps, places };
}

/** Ids of the end events that were reached, each once. */
export function endsOf({ entries }: Session): string[] {
  const ends = entries.flatMap(({ event }) =>
    event.type === 'element.completed' && event.elementType === 'endEvent' && event.elementId
      ? [event.elementId]
      : [],
  );
  return [...new Set(ends)];
}

function differenceOf(session: Session, expect: Expectation): Difference | null {
  const { state } = session;
  const incident = Object.values(state.incidents)[0];
  const wanted = expect.status ?? 'completed';
  if (state.status !== wanted) {
    const why = incident
      ? ` ${nameOf(session, incident.elementId)} has an incident: ${incident.message}`
      : waitsInWords(session);
    const message = `It should be ${wanted}, but is ${state.status}.${why}`;
    return incident ? { message, elementId: incident.elementId } : { message };
  }
  return (
    lists(session, expect.ends, endsOf(session), 'It should end at') ??
    lists(session, expect.waits, waitingElements(session), 'It should wait at') ??
    variablesDiffer(expect.variables ?? {}, state.variables)
  );
}

function waitsInWords(session: Session): string {
  const names = waitingElements(session).map((id) => nameOf(session, id));
  return names.length > 0 ? ` It waits at ${names.join(', ')}.` : '';
}

function lists(
  session: Session,
  expected: readonly string[] | undefined,
  actual: readonly string[],
  should: string,
): Difference | null {
  if (expected === undefined) return null;
  const missing = expected.filter((id) => !actual.includes(id));
  const more = actual.filter((id) => !expected.includes(id));
  const [different] = [...missing, ...more];
  if (different === undefined) return null;
  const say = (ids: readonly string[]) => ids.map((id) => nameOf(session, id)).join(', ') || 'nothing';
  return { message: `${should} ${say(expected)}, but it is ${say(actual)}.`, elementId: different };
}

function variablesDiffer(expected: JsonObject, actual: JsonObject): Difference | null {
  for (const [name, value] of Object.entries(expected)) {
    const message = valueDiffers(name, value, actual[name]);
    if (message) return { message };
  }
  return null;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first difference, by the path of the value; of objects only the members that are expected count. */
function valueDiffers(path: string, expected: Json, actual: Json | undefined): string | null {
  if (actual === undefined) return `The variable ${path} should be ${short(expected)}, but is not set.`;
  if (isObject(expected) && isObject(actual)) {
    for (const [name, value] of Object.entries(expected)) {
      const message = valueDiffers(`${path}.${name}`, value, actual[name]);
      if (message) return message;
    }
    return null;
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    for (const [index, value] of expected.entries()) {
      const message = valueDiffers(`${path}[${index + 1}]`, value, actual[index]);
      if (message) return message;
    }
    return null;
  }
  if (expected === actual) return null;
  return `The variable ${path} should be ${short(expected)}, but is ${short(actual)}.`;
}

const SHORT = 80;
function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
