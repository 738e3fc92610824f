import { createHash } from 'node:crypto';
import type { JsonObject } from '@/engine/core/json';
import { canonicalText } from '@/engine/host/seal';
import type { Redactor } from '@/lib/connections/redact';
import type { AiCallPayload } from '@/lib/elements/ai-call/config';
import type { Recording } from './ask';
import { costOf } from './cost';
import type { ResolvedProvider } from './providers/types';
import type { AiReport, BudgetUse, CallConfig, Check } from './types';

/** Longest text of one kind in the record, in characters; the whole is known by its hash. */
const MAX_TEXT = 12_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const cut = (text: string, length = MAX_TEXT): string =>
  text.length > length ? `${text.slice(0, length)}… (${text.length} characters)` : text;

interface Recorded {
  provider: ResolvedProvider;
  config: CallConfig;
  payload: AiCallPayload;
  record: Recording;
  checks: Check[];
  latencyMs: number;
  redactor: Redactor;
  budget: BudgetUse | undefined;
}

/** What the ledger keeps of a call: request with parameters and hashes, every answer, tokens, latency, cost. */
export function recordOf(call: Recorded): AiReport {
  const { provider, config, payload, record, redactor } = call;
  const { temperature, maxTokens, timeoutMs, confidenceSource, threshold } = config;
  const parameters: JsonObject = { timeoutMs, confidenceSource, threshold };
  if (temperature !== undefined) parameters.temperature = temperature;
  if (maxTokens !== undefined) parameters.maxTokens = maxTokens;
  const each = Math.floor(MAX_TEXT / Math.max(1, record.responses.length));
  const report: AiReport = {
    provider: provider.name,
    providerKind: provider.kind,
    model: config.model ?? provider.model,
    simulated: provider.kind === 'simulated',
    region: provider.region ?? null,
    request: {
      system: cut(payload.system),
      prompt: cut(payload.prompt),
      promptHash: sha256(`${payload.system}\n${payload.prompt}`),
      schemaHash: sha256(canonicalText(config.outputSchema)),
      parameters,
    },
    responses: record.responses.map(({ text, problems }) => ({ text: cut(text, each), problems })),
    checks: call.checks,
    tokens: record.tokens,
    latencyMs: Math.round(call.latencyMs),
    cost: costOf(provider, record.tokens),
    ...(call.budget ? { budget: call.budget } : {}),
  };
  return redactor.json(report as unknown as JsonObject) as unknown as AiReport;
}
