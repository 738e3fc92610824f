import 'server-only';
import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import type { InstanceState } from '@/engine/core/state';
import { visibleVariables } from '@/engine/core/visible-variables';
import { canonicalText } from '@/engine/host/seal';
import type { AiCallConfig, ConfidenceSource } from '@/lib/elements/ai-call/config';
import type { ApprovalConfig } from '@/lib/elements/approval/config';
import type { UserTaskConfig } from '@/lib/elements/user-task/config';
import { read } from '@/lib/forms/read';
import type { Form } from '@/lib/forms/types';
import { renderSentence } from './sentence';
import type { Evidence, ShownContent } from './types';

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
    variable: ai.resultVariable,
    result,
    confidenceSource: measuredBy(result) ?? ai.confidenceSource,
    threshold: ai.threshold,
  };
}

const SOURCES: readonly string[] = ['schema-checks', 'field-agreement', 'logprobs', 'self-report'];

/** How an answer says its confidence was measured, which may not be what the step asked for. */
export function measuredBy(result: Json): ConfidenceSource | null {
  if (result === null || typeof result !== 'object' || Array.isArray(result)) return null;
  const source = result.confidenceSource;
  return typeof source === 'string' && SOURCES.includes(source) ? (source as ConfidenceSource) : null;
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
    const value = read(variables, field.key);
    if (value !== undefined) put(values, field.key.split('.'), value);
  }
  return {
    taskId: `${state.id}:${key}`,
    versionChecksum: executable.checksum,
    sentence: config.sentence ? renderSentence(config.sentence, variables) : null,
    form,
    values,
    evidence: evidenceOf(executable, config, variables),
    outcomes: config.outcomes ?? [],
    ...(config.signature ? { signature: config.signature } : {}),
  };
}

function put(target: JsonObject, [head = '', ...rest]: string[], value: Json): void {
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = Object.hasOwn(target, head) ? target[head] : undefined;
  const object = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
  target[head] = object;
  put(object, rest, value);
}

/** SHA-256 of RFC 8785 canonical JSON, hex, with the text that was hashed. */
export function digestOf(shown: ShownContent): { contentDigest: string; body: string } {
  const body = canonicalText(shown as unknown as Json);
  return { contentDigest: createHash('sha256').update(body).digest('hex'), body };
}
