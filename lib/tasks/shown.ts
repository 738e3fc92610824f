import 'server-only';
import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import type { InstanceState } from '@/engine/core/state';
import { visibleVariables } from '@/engine/core/visible-variables';
import { canonicalText } from '@/engine/host/seal';
import type { AiCallConfig } from '@/lib/elements/ai-call/config';
import type { ApprovalConfig, Outcome } from '@/lib/elements/approval/config';
import type { UserTaskConfig } from '@/lib/elements/user-task/config';
import type { Form } from '@/lib/forms/types';
import { renderSentence } from './sentence';

/** Exactly what a decider sees; its digest is what they sign. */
export interface ShownContent {
  taskId: string;
  versionChecksum: string;
  sentence: string | null;
  form: Form;
  values: JsonObject;
  /** The AI call's answer as it is shown, or null. */
  evidence: Evidence | null;
  outcomes: Outcome[];
}

/** An AI call's answer with the source of its confidence; a model's own opinion is named as such. */
export interface Evidence {
  elementId: string;
  name: string;
  result: Json;
  confidenceSource: AiCallConfig['confidenceSource'];
  threshold: number;
}

const SCALAR_LIMIT = 40;

/** Without a form a person still sees the data: what is plain enough to read, as read-only fields. */
function formOf(config: UserTaskConfig, variables: JsonObject): Form {
  if (config.form) return config.form;
  const fields = Object.entries(variables)
    .filter(([, value]) => value === null || typeof value !== 'object')
    .slice(0, SCALAR_LIMIT)
    .map(([key]) => ({ key, label: key, type: 'readonly' as const }));
  return { fields };
}

function evidenceOf(
  executable: Executable,
  config: Partial<ApprovalConfig>,
  variables: JsonObject,
): Evidence | null {
  const source = config.aiSource ? executable.nodes[config.aiSource] : undefined;
  if (!source) return null;
  const ai = source.config as AiCallConfig;
  const result = variables[ai.resultVariable];
  if (result === undefined) return null;
  return {
    elementId: source.id,
    name: source.name,
    result,
    confidenceSource: ai.confidenceSource,
    threshold: ai.threshold,
  };
}

/** What is shown for an open task in this state; pure, so that it can be recomputed under the instance's lock. */
export function shownContent(executable: Executable, state: InstanceState, key: number): ShownContent | null {
  const activation = state.activations[key];
  const node = activation && executable.nodes[activation.elementId];
  if (!node || activation.wait?.kind !== 'task') return null;
  const config = node.config as UserTaskConfig & Partial<ApprovalConfig>;
  const variables = visibleVariables(state, key);
  const form = formOf(config, variables);
  const values: JsonObject = {};
  for (const field of form.fields) {
    const value = variables[field.key];
    if (value !== undefined) values[field.key] = value;
  }
  return {
    taskId: `${state.id}:${key}`,
    versionChecksum: executable.checksum,
    sentence: config.sentence ? renderSentence(config.sentence, variables) : null,
    form,
    values,
    evidence: evidenceOf(executable, config, variables),
    outcomes: config.outcomes ?? [],
  };
}

/** SHA-256 of RFC 8785 canonical JSON, hex, with the text that was hashed. */
export function digestOf(shown: ShownContent): { contentDigest: string; body: string } {
  const body = canonicalText(shown as unknown as Json);
  return { contentDigest: createHash('sha256').update(body).digest('hex'), body };
}

/** Paths at which two contents differ, for the person whose screen is out of date. */
export function differences(
  before: ShownContent,
  after: ShownContent,
): { path: string; before: Json; after: Json }[] {
  const flat = (shown: ShownContent): JsonObject => ({
    ...Object.fromEntries(Object.entries(shown.values).map(([key, value]) => [`values.${key}`, value])),
    sentence: shown.sentence,
    form: shown.form as unknown as Json,
    evidence: shown.evidence as unknown as Json,
    outcomes: shown.outcomes as unknown as Json,
  });
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((path) => ({ path, before: old[path] ?? null, after: now[path] ?? null }))
    .filter((one) => canonicalText(one.before) !== canonicalText(one.after));
}
