import type { Scenario } from '@/engine/testing/scenario';
import { ACTIVITY_SCENARIOS } from './scenarios-activities';
import { EVENT_SCENARIOS } from './scenarios-events';
import { FLOW_SCENARIOS } from './scenarios-flow';
import { GATEWAY_SCENARIOS } from './scenarios-gateways';
import { WAIT_SCENARIOS } from './scenarios-waits';

/** Every scenario; each has a golden history. */
export const SCENARIOS: readonly Scenario[] = [
  ...FLOW_SCENARIOS,
  ...WAIT_SCENARIOS,
  ...EVENT_SCENARIOS,
  ...ACTIVITY_SCENARIOS,
  ...GATEWAY_SCENARIOS,
];
