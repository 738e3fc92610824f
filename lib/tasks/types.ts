import type { EngineEvent } from '@/engine/core/events';
import type { Json, JsonObject } from '@/engine/core/json';
import type { ConfidenceSource } from '@/lib/elements/ai-call/config';
import type { Outcome } from '@/lib/elements/approval/config';
import type { Form } from '@/lib/forms';

/** What AI suggests, short enough for a row. */
export interface SuggestionChip {
  /** The outcome's label, or null where the answer names none. */
  label: string | null;
  /** 0 to 1. */
  confidence: number;
  source: ConfidenceSource;
}

/** A row of the inbox. */
export interface TaskSummary {
  taskId: string;
  instanceId: string;
  elementId: string;
  processId: string;
  processName: string;
  title: string | null;
  name: string;
  approval: boolean;
  /** open, claimed, completed, cancelled. */
  state: string;
  assignee: string | null;
  assigneeName: string | null;
  candidateGroups: string[];
  dueAt: string | null;
  openedAt: string;
  closedAt: string | null;
  outcome: string | null;
  decidedBy: string | null;
  decidedByName: string | null;
  /** The first amount of money among what is shown; `currency` is an ISO 4217 code. Open tasks only. */
  amount: { value: number; currency: string } | null;
  ai: SuggestionChip | null;
  /** How many have decided, where several do; else 0. */
  decisions: number;
  /** How often its people were reminded. */
  reminders: number;
}

/** An AI call's answer with the source of its confidence; a model's own opinion is named as such. */
export interface Evidence {
  elementId: string;
  name: string;
  /** The variable that holds the answer: what is shown under it was read by AI. */
  variable: string;
  result: Json;
  confidenceSource: ConfidenceSource;
  threshold: number;
}

/** Exactly what a decider sees; its digest is what they sign. */
export interface ShownContent {
  taskId: string;
  versionChecksum: string;
  sentence: string | null;
  form: Form;
  /** Variables of the form's fields; dotted keys are nested. */
  values: JsonObject;
  /** The AI call's answer as it is shown, or null. */
  evidence: Evidence | null;
  outcomes: Outcome[];
  /** The statement that is signed with the password; absent where none is asked for. */
  signature?: { meaning: string };
}

/** Whether a person may decide; `reason` is the rule in words. The engine refuses by the same rule. */
export type Verdict = { may: true } | { may: false; code: string; reason: string };

export interface TaskHistoryEntry {
  at: string;
  actor: { kind: string; id: string; name: string };
  event: EngineEvent;
}

/** How many must agree on an open task, and who has decided so far. */
export interface TaskQuorum {
  required: number;
  of: number;
  /** Turning down decides at once, or when agreement is out of reach. */
  reject: 'first' | 'out-of-reach';
  decisions: { by: string; byName: string; outcome: string | null; comment: string | null; at: string }[];
}

/** Everything the person needs to decide, and the digest of it. */
export interface TaskDetail extends TaskSummary {
  /** Number of the process version it runs on. */
  version: number;
  shown: ShownContent | null;
  contentDigest: string | null;
  /** Whether the caller may decide, and which rule refuses if not. */
  verdict: Verdict;
  /** Who may decide, as sentences. */
  whoMayDecide: string[];
  /** Where several decide, while the task is open. */
  quorum: TaskQuorum | null;
  /** How the caller signs, where a signature is asked for and they can. */
  signs: 'password' | 'single-sign-on' | 'demo' | null;
  history: TaskHistoryEntry[];
}

/** The inbox's lists: mine to decide, all of my groups, by date, decided. */
export const TASK_VIEWS = ['mine', 'groups', 'due', 'overdue', 'done'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

/** Open tasks in each view. */
export type TaskCounts = Record<Exclude<TaskView, 'done'>, number>;
