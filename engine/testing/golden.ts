import type { EngineEvent } from '../core/events';
import type { InstanceState } from '../core/state';

/** A recorded log that must replay to the recorded states for ever, whatever behaviours do meanwhile. */
export interface GoldenHistory {
  title: string;
  /** One entry a transition: its events, and the state after it as canonical text of the recording. */
  transitions: { events: EngineEvent[]; state: InstanceState }[];
}

/** The file name of a title: `splits out of an activity` → `splits-out-of-an-activity.json`. */
export const fileOf = (title: string): string =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.json`;

/** Groups what a player did by transition. */
export function record(title: string, transitions: GoldenHistory['transitions']): string {
  return `${JSON.stringify({ title, transitions }, null, 1)}\n`;
}
