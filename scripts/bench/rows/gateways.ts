import { closedLoop } from '../closed-loop';
import { openEngine } from '../engine';
import { gateways, TASKS } from '../processes';
import type { Line, Row } from '../row';

/** Row 2: five gateways with conditions in FEEL and five tasks that do nothing: one commit an instance. */
export const run: Row = async ({ url, inFlight, ...context }) => {
  const lines: Line[] = [];
  for (const count of inFlight) {
    const engine = openEngine(url, gateways);
    lines.push(await closedLoop(engine, count, TASKS, context));
    await engine.close();
  }
  return lines;
};
