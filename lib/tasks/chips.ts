import 'server-only';
import type { Json } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import { db } from '@/lib/db/client';
import type { Task } from '@/lib/db/generated/client.ts';
import type { AiCallConfig } from '@/lib/elements/ai-call/config';
import type { ApprovalConfig } from '@/lib/elements/approval/config';
import type { UserTaskConfig } from '@/lib/elements/user-task/config';
import { executableSource } from '@/lib/processes/executables';
import { measuredBy } from './shown';
import { suggestedOutcome } from './suggestion';
import type { TaskSummary } from './types';

type Chips = Pick<TaskSummary, 'amount' | 'ai'>;

interface Wanted {
  task: Task;
  config: UserTaskConfig & Partial<ApprovalConfig>;
  money: { path: string; currency: string } | null;
  source: AiCallConfig | null;
}

const EUR = 'EUR';

function wantedOf(task: Task, executable: Executable): Wanted {
  const config = (executable.nodes[task.elementId]?.config ?? {}) as Wanted['config'];
  const field = config.form?.fields.find((one) => one.type === 'money' || one.currency);
  const ai = config.aiSource ? executable.nodes[config.aiSource] : undefined;
  return {
    task,
    config,
    money: field ? { path: field.key, currency: field.currency ?? EUR } : null,
    source: ai ? (ai.config as AiCallConfig) : null,
  };
}

async function wanted(rows: Task[], keys: Map<string, string>): Promise<Wanted[]> {
  const found = await Promise.all(
    rows.map(async (task) => {
      const executable = await executableSource
        .get(task.versionId, keys.get(task.instanceId) ?? '')
        // A row without chips is better than no inbox.
        .catch(() => null);
      return executable ? [wantedOf(task, executable)] : [];
    }),
  );
  return found.flat().filter(({ money, source }) => money || source);
}

/** Values at paths of the instances' variables: only those leave the database, not the snapshots. */
async function pick(paths: { instanceId: string; path: string }[]): Promise<Map<string, Json>> {
  if (paths.length === 0) return new Map();
  const instances = paths.map((one) => one.instanceId);
  const dotted = paths.map((one) => one.path);
  const rows = await db().$queryRaw<{ instanceId: string; path: string; value: string | null }[]>`
    WITH snapshot AS MATERIALIZED (
      SELECT id, state::json -> 'variables' AS variables FROM instance WHERE id = ANY(${instances}::text[]))
    SELECT w.instance_id AS "instanceId", w.path,
           (s.variables #> string_to_array(w.path, '.'))::text AS value
      FROM unnest(${instances}::text[], ${dotted}::text[]) AS w(instance_id, path)
      JOIN snapshot s ON s.id = w.instance_id`;
  return new Map(
    rows.flatMap(({ instanceId, path, value }) =>
      value === null ? [] : [[`${instanceId} ${path}`, JSON.parse(value) as Json] as const],
    ),
  );
}

const AI_PARTS = ['value', 'confidence', 'confidenceSource'] as const;

function pathsOf({ task, money, source }: Wanted) {
  const paths = money ? [money.path] : [];
  if (source) paths.push(...AI_PARTS.map((part) => `${source.resultVariable}.${part}`));
  return paths.map((path) => ({ instanceId: task.instanceId, path }));
}

/** Amount and AI suggestion of open tasks, by task id; read from the process's variables in one query. */
export async function chipsOf(rows: Task[], processKeys: Map<string, string>): Promise<Map<string, Chips>> {
  const open = rows.filter(({ state }) => state === 'open' || state === 'claimed');
  const all = await wanted(open, processKeys);
  const values = await pick(all.flatMap(pathsOf));
  return new Map(
    all.map(({ task, config, money, source }) => {
      const at = (path: string) => values.get(`${task.instanceId} ${path}`);
      const amount = money && at(money.path);
      const confidence = source && at(`${source.resultVariable}.confidence`);
      const chips: Chips = {
        amount: money && typeof amount === 'number' ? { value: amount, currency: money.currency } : null,
        ai:
          source && typeof confidence === 'number'
            ? {
                label:
                  suggestedOutcome(at(`${source.resultVariable}.value`), config.outcomes ?? [])?.label ??
                  null,
                confidence,
                source:
                  measuredBy({ confidenceSource: at(`${source.resultVariable}.confidenceSource`) ?? null }) ??
                  source.confidenceSource,
              }
            : null,
      };
      return [task.id, chips];
    }),
  );
}
