import { compile } from '@/engine/compile/compile';
import type { Actor } from '@/engine/core/inputs';
import type { Json, JsonObject } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import type { Activation } from '@/engine/core/state';
import { ANNA, BEN, complete, fire, Player, type Sent, start } from '@/engine/testing/scenario';
import { callProvider } from '@/lib/ai/call-provider';
import { SIMULATED } from '@/lib/ai/providers/types';
import { compileDecision } from '@/lib/dmn';
import { AI_WORK } from '@/lib/elements/ai-call/behavior';
import type { AiCallConfig, AiCallPayload } from '@/lib/elements/ai-call/config';
import { behaviors } from '@/lib/elements/behaviors';
import type { BusinessRuleTaskConfig } from '@/lib/elements/business-rule-task/config';
import { compileRegistry } from '@/lib/elements/compile-registry';
import type { Template } from '../read';
import type { Scenario, Step } from './scenario-file';

const PEOPLE: Record<NonNullable<Extract<Step, { decide: string }>['by']>, Actor> = {
  anna: ANNA,
  ben: BEN,
  cleo: { kind: 'person', id: 'cleo', name: 'Cleo', via: 'session' },
};

/** The process of a template, compiled. @throws when it does not compile */
export function executableOf({ templateId, document }: Template): Executable {
  const compiled = compile(document, { versionId: 'v', checksum: 'c', registry: compileRegistry });
  const executable = compiled.ok ? compiled.executables[0] : undefined;
  if (!executable) throw new Error(`“${templateId}” does not compile: ${JSON.stringify(compiled.problems)}`);
  return executable;
}

/**
 * Plays a scenario in memory on a virtual clock: Anna starts it, the simulated model and the template's decision table
 * answer, people, timers and messages come as the scenario says.
 */
export async function runScenario(template: Template, scenario: Scenario): Promise<Player> {
  const player = new Player(executableOf(template), behaviors);
  accept(player, start({ ...template.file.variables, ...scenario.variables }));
  await work(template, player);
  for (const step of scenario.steps) {
    take(player, step);
    await work(template, player);
  }
  return player;
}

function accept(player: Player, sent: Sent): void {
  const result = sent(player);
  if (!Array.isArray(result)) throw new Error(`refused: ${result.code}: ${result.message}`);
}

function take(player: Player, step: Step): void {
  if ('fire' in step) accept(player, fire(step.fire));
  else if ('message' in step) accept(player, receive(step.message, step.variables ?? {}));
  else decideTask(player, step);
}

const receive =
  (elementId: string, variables: JsonObject): Sent =>
  (player) => {
    const key = player.key(elementId);
    const wait = player.current.activations[key]?.wait;
    if (wait?.kind !== 'message') throw new Error(`${elementId} waits for no message`);
    const messageId = `m${player.events.length}`;
    return player.send({ type: 'receive-message', key, messageId, name: wait.name, variables });
  };

function decideTask(player: Player, step: Extract<Step, { decide: string }>): void {
  const { outcome = null, comment = null, variables = {} } = step;
  const input = { type: 'complete-task', outcome, comment, variables, contentDigest: null } as const;
  const result = player.send({ ...input, key: player.key(step.decide) }, PEOPLE[step.by ?? 'ben']);
  const refused = Array.isArray(result) ? undefined : result;
  if (refused?.code === step.refused) return;
  throw new Error(
    `${step.decide}: ${refused ? `${refused.code}: ${refused.message}` : `not ${step.refused}`}`,
  );
}

/** Answers everything that waits for a machine, until nothing does. */
async function work(template: Template, player: Player): Promise<void> {
  for (;;) {
    const waiting = Object.values(player.current.activations).find(({ wait }) => wait?.kind === 'work');
    if (!waiting) return;
    accept(player, complete(waiting.elementId, await answer(template, player, waiting)));
  }
}

async function answer(template: Template, player: Player, { key, elementId, wait }: Activation) {
  const { config } = player.executable.nodes[elementId]!;
  if (wait?.kind === 'work' && wait.workType === AI_WORK)
    return answerOfModel(config as AiCallConfig, payloadOf(player, key));
  return answerOfTable(template, player, config as BusinessRuleTaskConfig);
}

const payloadOf = (player: Player, key: number) => {
  const created = player.events.findLast((event) => event.type === 'work.created' && event.key === key);
  return (created?.data as { payload: unknown } | undefined)?.payload as AiCallPayload;
};

async function answerOfModel(config: AiCallConfig, payload: AiCallPayload): Promise<JsonObject> {
  const signal = new AbortController().signal;
  const outcome = await callProvider(SIMULATED, config, payload, { signal, idempotencyKey: 'k' });
  if (!outcome.ok) throw new Error(outcome.message);
  return { [config.resultVariable]: outcome.result as unknown as JsonObject };
}

function answerOfTable(
  template: Template,
  player: Player,
  { decision, resultVariable }: BusinessRuleTaskConfig,
): JsonObject {
  const id = decision.source.replace(/^=\s*/, '').replaceAll('"', '');
  const compiled = compileDecision(template.decision ?? '', id);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const result = compiled.decision.evaluate({ variables: player.current.variables, now: player.now });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { [resultVariable]: result.value as Json };
}
