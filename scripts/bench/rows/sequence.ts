import { closedLoop } from '../closed-loop';
import { openEngine } from '../engine';
import { sequence, TASKS } from '../processes';
import type { Line, Row } from '../row';

/**
 * Row 1: five no-op service tasks in sequence, done by the worker in the process; each completion is durable before
 * the next task begins.
 */
export const run: Row = async ({ url, inFlight, ...context }) => {
  const lines: Line[] = [];
  for (const count of inFlight) {
    const engine = openEngine(url, sequence);
    await engine.host.start();
    lines.push(await closedLoop(engine, count, TASKS, context));
    await engine.close();
  }
  return lines;
};
