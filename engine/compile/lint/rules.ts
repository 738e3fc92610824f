import { soundnessRules } from '../soundness/problems';
import { adHocContent } from './ad-hoc-content';
import { busyLoop } from './busy-loop';
import { calledProcess } from './called-process';
import { cancelEvent } from './cancel-event';
import { choreography } from './choreography';
import { compensationHandler } from './compensation-handler';
import { danglingFlow } from './dangling-flow';
import { dataAssociations } from './data-associations';
import { dataSets } from './data-sets';
import { deadEnd } from './dead-end';
import { disconnected } from './disconnected';
import { duplicateId } from './duplicate-id';
import { endReachable } from './end-event';
import { eventGateway } from './event-gateway';
import { eventSubProcess } from './event-sub-process';
import { eventTriggers } from './event-triggers';
import { executableDetails } from './executable-details';
import { executableProcess } from './executable-process';
import { flowEnds } from './flow-ends';
import { flowReferences } from './flow-references';
import { defaultFlow, gatewayConditions } from './gateway-conditions';
import { gatewayDirection } from './gateway-direction';
import { implicitJoin } from './implicit-join';
import { implicitSplit } from './implicit-split';
import { instantiatingReceive } from './instantiating-receive';
import { linkEvents } from './link-events';
import { loneCondition } from './lone-condition';
import { messageFlowEnds } from './message-flow-ends';
import { missingEnd } from './missing-end';
import { multiInstanceSize } from './multi-instance-size';
import { names } from './names';
import { poolMultiplicity } from './pool-multiplicity';
import type { Rule } from './rule';
import { startEvent } from './start-event';
import { superfluousGateway } from './superfluous-gateway';
import { tokenQuantities } from './token-quantities';

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
  eventSubProcess,
  adHocContent,
  cancelEvent,
  linkEvents,
  eventGateway,
  multiInstanceSize,
  loneCondition,
  eventTriggers,
  messageFlowEnds,
  tokenQuantities,
  gatewayDirection,
  compensationHandler,
  instantiatingReceive,
  missingEnd,
  choreography,
  calledProcess,
  poolMultiplicity,
  dataSets,
  dataAssociations,
  executableDetails,
  flowReferences,
  names,
  ...soundnessRules,
];
