import type { CallStarted, TaskOpened } from './events';
import type { Json, JsonObject } from './json';
import type { CalledBy, IncidentCode } from './state';

/** A closed union because effects are rows, written in the transaction that writes the events they follow from. */
export type Effect =
  | {
      type: 'run-work';
      key: number;
      elementId: string;
      workType: string;
      attempt: number;
      retries: number;
      availableAt: string | null;
      payload: Json;
    }
  | { type: 'reschedule-work'; key: number; attempt: number; availableAt: string }
  | { type: 'drop-work'; key: number }
  | { type: 'set-timer'; key: number; elementId: string; dueAt: string }
  | { type: 'drop-timer'; key: number }
  | { type: 'await-message'; key: number; elementId: string; name: string; correlationKey: string | null }
  | { type: 'await-signal'; key: number; elementId: string; name: string }
  | { type: 'drop-subscription'; key: number }
  /** The next six are delivered after the commit, at least once, in order of writing. */
  | {
      type: 'publish-message';
      key: number;
      elementId: string;
      name: string;
      correlationKey: string | null;
      timeToLive: number | null;
      variables: JsonObject;
      conversation?: string;
    }
  | { type: 'broadcast-signal'; key: number; elementId: string; name: string; variables: JsonObject }
  | ({ type: 'start-call'; key: number; elementId: string } & CallStarted)
  | { type: 'cancel-call'; key: number; reason: string }
  | {
      type: 'answer-call';
      calledBy: CalledBy;
      outcome: { ok: true; variables: JsonObject } | { ok: false; errorCode: string | null; message: string };
    }
  /** An escalation that nothing in the called instance caught. */
  | { type: 'escalate-call'; calledBy: CalledBy; code: string }
  | { type: 'open-task'; key: number; elementId: string; task: TaskOpened }
  | {
      type: 'update-task';
      key: number;
      state: 'open' | 'claimed';
      assignee: string | null;
      assigneeName: string | null;
      /** Who has decided with others still to come. */
      voter?: string;
    }
  | { type: 'remind-task'; key: number }
  | {
      type: 'close-task';
      key: number;
      state: 'completed' | 'cancelled';
      outcome: string | null;
      decidedBy: string | null;
    }
  | {
      type: 'open-incident';
      incidentKey: number;
      key: number;
      elementId: string;
      code: IncidentCode;
      message: string;
    }
  | { type: 'close-incident'; incidentKey: number };
