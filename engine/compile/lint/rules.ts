import { soundnessRules } from '../soundness/problems';
import { busyLoop } from './busy-loop';
import { danglingFlow } from './dangling-flow';
import { deadEnd } from './dead-end';
import { disconnected } from './disconnected';
import { duplicateId } from './duplicate-id';
import { endReachable } from './end-event';
import { executableProcess } from './executable-process';
import { flowEnds } from './flow-ends';
import { defaultFlow, gatewayConditions } from './gateway-conditions';
import { implicitJoin } from './implicit-join';
import { implicitSplit } from './implicit-split';
import { names } from './names';
import type { Rule } from './rule';
import { startEvent } from './start-event';
import { superfluousGateway } from './superfluous-gateway';

/** Rules about the diagram itself; elements bring their own. */
export const diagramRules: readonly Rule[] = [
  duplicateId,
  executableProcess,
  startEvent,
  endReachable,
  danglingFlow,
  flowEnds,
  disconnected,
  deadEnd,
  gatewayConditions,
  defaultFlow,
  superfluousGateway,
  implicitJoin,
  implicitSplit,
  busyLoop,
  names,
  ...soundnessRules,
];
