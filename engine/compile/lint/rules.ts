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
import { defaultFlow } from './default-flow';
import { disconnected } from './disconnected';
import { duplicateDefinition } from './duplicate-definition';
import { duplicateFlow } from './duplicate-flow';
import { duplicateId } from './duplicate-id';
import { endReachable } from './end-event';
import { eventGateway } from './event-gateway';
import { eventSubProcess } from './event-sub-process';
import { eventTriggers } from './event-triggers';
import { executableDetails } from './executable-details';
import { executableProcess } from './executable-process';
import { flowEnds } from './flow-ends';
import { flowReferences } from './flow-references';
import { gatewayConditions } from './gateway-conditions';
import { gatewayDirection } from './gateway-direction';
import { implicitJoin } from './implicit-join';
import { implicitSplit } from './implicit-split';
import { instantiatingReceive } from './instantiating-receive';
import { joinAndSplit } from './join-and-split';
import { linkEvents } from './link-events';
import { loneCondition } from './lone-condition';
import { messageFlowEnds } from './message-flow-ends';
import { missingEnd } from './missing-end';
import { mixedConditions } from './mixed-conditions';
import { multiInstanceSize } from './multi-instance-size';
import { names } from './names';
import { notDrawn } from './not-drawn';
import { overlap } from './overlap';
import { poolMultiplicity } from './pool-multiplicity';
import type { Rule } from './rule';
import { startEvent } from './start-event';
import { superfluousGateway } from './superfluous-gateway';
import { superfluousLabel } from './superfluous-label';
import { superfluousTermination } from './superfluous-termination';
import { tokenQuantities } from './token-quantities';
import { unusedDefinition } from './unused-definition';

/** Rules about the diagram itself; elements bring their own. */
export const diagramRules: readonly Rule[] = [
  duplicateId,
  executableProcess,
  startEvent,
  endReachable,
  danglingFlow,
  duplicateFlow,
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
  joinAndSplit,
  mixedConditions,
  superfluousLabel,
  superfluousTermination,
  unusedDefinition,
  duplicateDefinition,
  overlap,
  notDrawn,
  ...soundnessRules,
];
