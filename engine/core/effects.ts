import type { TaskOpened } from './events';
import type { Json } from './json';
import type { IncidentCode } from './state';

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
  | { type: 'open-task'; key: number; elementId: string; task: TaskOpened }
  | {
      type: 'update-task';
      key: number;
      state: 'open' | 'claimed';
      assignee: string | null;
      assigneeName: string | null;
    }
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
