import type { Json, JsonObject } from '@/engine/core/json';
import { visibleVariables } from '@/engine/core/visible-variables';
import { envelopeSchema } from '@/lib/ai/answer/envelope';
import { simulatedAnswer } from '@/lib/ai/simulated/answer';
import type { AiCallConfig } from '@/lib/elements/ai-call/config';
import type { ApprovalConfig, Outcome } from '@/lib/elements/approval/config';
import type { UserTaskConfig } from '@/lib/elements/user-task/config';
import type { Form, FormField } from '@/lib/forms/types';
import { perform } from './perform';
import type { Session } from './session';
import type { Step } from './types';
import type { Waiting } from './waiting';

/** Values that a form accepts, for whoever only wants to see where the token goes. */
export function sampleValues(form: Form | null, known: JsonObject = {}): JsonObject {
  const values: JsonObject = {};
  for (const field of form?.fields ?? []) {
    const value = (known[field.key] as Json | undefined) ?? (field.default as Json) ?? sampleOf(field);
    if (field.key && value !== undefined) values[field.key] = value;
  }
  return values;
}

function sampleOf(field: FormField): Json | undefined {
  if (!field.required && !/^(?:boolean|number|money)$/.test(field.type)) return undefined;
  switch (field.type) {
    case 'number':
    case 'money':
      return Math.min(Math.max(100, field.min ?? 100), field.max ?? Number.POSITIVE_INFINITY);
    case 'boolean':
      return true;
    case 'date':
      return '2026-01-15';
    case 'choice':
      return field.options?.[0]?.value;
    case 'multichoice':
      return field.options?.slice(0, 1).map(({ value }) => value);
    case 'text':
    case 'textarea':
      return field.label.slice(0, field.maxLength ?? 200).padEnd(field.minLength ?? 0, '.');
    default:
      return undefined;
  }
}

/**
 * What an AI step would write: an answer made by rules from its own prompt and schema, of a confidence just above its
 * threshold.
 */
export function sampleAiResult(session: Session, { key, elementId }: Waiting): JsonObject {
  const config = configOf<AiCallConfig>(session, elementId);
  const payload = payloadOf(session, key) as { prompt?: string } | null;
  const envelope = envelopeSchema(config.outputSchema, false);
  const { value = {}, rationale = '', evidence = [] } = simulatedAnswer(payload?.prompt ?? '', envelope);
  return aiResult(config, { value, rationale, evidence }, Math.min(1, config.threshold + 0.02));
}

/** The variable of an AI step, as its worker would write it. */
export function aiResult(
  { threshold, confidenceSource, resultVariable }: AiCallConfig,
  { value, rationale, evidence }: { value: Json; rationale: Json; evidence: Json },
  confidence: number,
): JsonObject {
  if (!resultVariable) return {};
  const belowThreshold = confidence < threshold;
  const judged = { value, confidence, confidenceSource, belowThreshold, rationale, evidence };
  return { [resultVariable]: { ...judged, provider: 'simulation', model: 'simulation', simulated: true } };
}

/** The compiled fields of an element; its kind is known from what it waits for. */
export const configOf = <C>({ executable }: Session, elementId: string): C =>
  executable.nodes[elementId]?.config as C;

/** What a piece of work was given. */
export function payloadOf({ entries }: Session, key: number): Json {
  const created = entries.findLast(({ event }) => event.type === 'work.created' && event.key === key);
  return created?.event.type === 'work.created' ? created.event.data.payload : null;
}

/** The simplest answer to a wait: what makes the token go on as planned. Undefined when only time or people know. */
export function defaultStep(session: Session, waiting: Waiting): Step | undefined {
  const { elementId: at, kind } = waiting;
  switch (kind) {
    case 'gateway':
      return gatewayDefault(session, waiting);
    case 'work':
    case 'call':
      return { at, result: resultOf(session, at) };
    case 'ai':
      return { at, result: sampleAiResult(session, waiting) };
    case 'task':
      return { at, form: formValues(session, waiting) };
    case 'approval':
      return approvalDefault(session, waiting);
    case 'timer':
      return { at, timer: 'fire' };
    case 'message':
      return { at, message: {} };
    case 'signal':
      return { at, signal: {} };
    default:
      return undefined;
  }
}

/** An empty result under the name that the element gives it. */
function resultOf(session: Session, at: string): JsonObject {
  const { resultVariable } = (configOf<{ resultVariable?: string }>(session, at) ?? {}) as {
    resultVariable?: string;
  };
  return resultVariable ? { [resultVariable]: {} } : {};
}

/** Values of a task's form, from the variables that it sees. */
export function formValues(session: Session, { key, elementId }: Waiting): JsonObject {
  const { form } = configOf<UserTaskConfig>(session, elementId);
  return sampleValues(form, visibleVariables(session.state, key));
}

/** The outcomes of an approval. */
export const outcomesOf = (session: Session, elementId: string): readonly Outcome[] =>
  configOf<ApprovalConfig>(session, elementId).outcomes;

function approvalDefault(session: Session, waiting: Waiting): Step | undefined {
  const [first] = outcomesOf(session, waiting.elementId);
  if (!first) return undefined;
  return {
    at: waiting.elementId,
    form: formValues(session, waiting),
    outcome: first.id,
    ...(first.commentRequired ? { comment: 'Simulated' } : {}),
  };
}

/** What the conditions of a gateway say now, or why they say nothing. */
export function predictedFlows(
  session: Session,
  { elementId, key }: Waiting,
): { flows: readonly string[] } | { problem: string } {
  const moved = perform(session, { at: elementId, flows: [] });
  if (!moved.ok) return { problem: moved.message };
  const fresh = moved.session.entries.slice(session.entries.length);
  const incident = fresh.find(({ event }) => event.type === 'incident.raised' && event.key === key)?.event;
  if (incident?.type === 'incident.raised') return { problem: incident.data.message };
  const outgoing = session.executable.nodes[elementId]?.outgoing ?? [];
  const taken = fresh.flatMap(({ event }) => (event.type === 'flow.taken' ? [event.data.flowId] : []));
  const first = taken.filter((id) => outgoing.includes(id));
  return { flows: [...new Set(first)] };
}

/** The conditions decide where they can; else the first flow is taken. */
function gatewayDefault(session: Session, waiting: Waiting): Step {
  const predicted = predictedFlows(session, waiting);
  const [first = ''] = session.executable.nodes[waiting.elementId]?.outgoing ?? [];
  return { at: waiting.elementId, flows: 'flows' in predicted ? [] : [first] };
}
