import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { isFlowNode } from '@/engine/compile/flow-model';
import { get } from '@/lib/document';
import { adHocSubProcessKind } from './ad-hoc-sub-process/kind';
import { aiCallKind } from './ai-call/kind';
import { annotationKind } from './annotation/kind';
import { approvalKind } from './approval/kind';
import { associationKind } from './association/kind';
import { boundaryEventKind } from './boundary-event/kind';
import { businessRuleTaskKind } from './business-rule-task/kind';
import { callActivityKind } from './call-activity/kind';
import { catchEventKind } from './catch-event/kind';
import { complexGatewayKind } from './complex-gateway/kind';
import { dataObjectKind } from './data-object/kind';
import { dataStoreKind } from './data-store/kind';
import type { KindSpec, Variant } from './define';
import { endEventKind } from './end-event/kind';
import { eventBasedGatewayKind } from './event-based-gateway/kind';
import { eventSubProcessKind } from './event-sub-process/kind';
import { exclusiveGatewayKind } from './exclusive-gateway/kind';
import { groupKind } from './group/kind';
import { httpCallKind } from './http-call/kind';
import { inclusiveGatewayKind } from './inclusive-gateway/kind';
import type { ElementKind } from './kinds';
import { laneKind } from './lane/kind';
import { messageFlowKind } from './message-flow/kind';
import { otherKind } from './other/kind';
import { parallelGatewayKind } from './parallel-gateway/kind';
import { poolKind } from './pool/kind';
import { processKind } from './process/kind';
import { receiveTaskKind } from './receive-task/kind';
import { scriptTaskKind } from './script-task/kind';
import { sendTaskKind } from './send-task/kind';
import { sequenceFlowKind } from './sequence-flow/kind';
import { serviceTaskKind } from './service-task/kind';
import { startEventKind } from './start-event/kind';
import { subProcessKind } from './sub-process/kind';
import { taskKind } from './task/kind';
import { throwEventKind } from './throw-event/kind';
import { transactionKind } from './transaction/kind';
import { unsupportedKind } from './unsupported/kind';
import { userTaskKind } from './user-task/kind';

/**
 * Every kind of element as palette, canvas and outline know it, without schemas, compilers and rules: a page that draws
 * needs no more. A new kind is its folder, its line here and its line in `registry`.
 */
export const catalogue = {
  'start-event': startEventKind,
  'end-event': endEventKind,
  'catch-event': catchEventKind,
  'throw-event': throwEventKind,
  'boundary-event': boundaryEventKind,
  task: taskKind,
  // before external work, which claims what is left of send tasks
  'send-task': sendTaskKind,
  'receive-task': receiveTaskKind,
  'service-task': serviceTaskKind,
  'http-call': httpCallKind,
  'script-task': scriptTaskKind,
  'business-rule-task': businessRuleTaskKind,
  'ai-call': aiCallKind,
  'user-task': userTaskKind,
  approval: approvalKind,
  'call-activity': callActivityKind,
  'exclusive-gateway': exclusiveGatewayKind,
  'parallel-gateway': parallelGatewayKind,
  'inclusive-gateway': inclusiveGatewayKind,
  'event-based-gateway': eventBasedGatewayKind,
  'complex-gateway': complexGatewayKind,
  'sub-process': subProcessKind,
  'event-sub-process': eventSubProcessKind,
  transaction: transactionKind,
  'ad-hoc-sub-process': adHocSubProcessKind,
  unsupported: unsupportedKind,
  process: processKind,
  pool: poolKind,
  lane: laneKind,
  'sequence-flow': sequenceFlowKind,
  'message-flow': messageFlowKind,
  association: associationKind,
  annotation: annotationKind,
  group: groupKind,
  'data-object': dataObjectKind,
  'data-store': dataStoreKind,
  other: otherKind,
} satisfies Record<ElementKind, KindSpec>;

const byType = new Map<string, KindSpec[]>();
for (const spec of Object.values<KindSpec>(catalogue)) {
  for (const type of spec.bpmnTypes) byType.set(type, [...(byType.get(type) ?? []), spec]);
}

/** What an entry is; every entry of every document has exactly one. */
export function kindSpecOfElement(document: ProcessDocument, element: DocElement): KindSpec {
  const claims = byType.get(element.type)?.find((spec) => spec.match?.(document, element) ?? true);
  return claims ?? (isFlowNode(element.type) ? catalogue.unsupported : catalogue.other);
}

/** What an entry is by id; `other` when there is none of that id. */
export function kindSpecOf(document: ProcessDocument, id: string): KindSpec {
  const element = get(document, id);
  return element ? kindSpecOfElement(document, element) : catalogue.other;
}

/** The kind of an entry. */
export const kindOf = (document: ProcessDocument, id: string): ElementKind => kindSpecOf(document, id).kind;

/** Everything that can be drawn, with the kind it belongs to, in palette order. */
export const variants: readonly (Variant & { spec: KindSpec })[] = Object.values<KindSpec>(catalogue).flatMap(
  (spec) => spec.variants.map((variant) => ({ ...variant, spec })),
);

/** What an element can be turned into: the variants of its morph group. */
export function morphTargets(
  document: ProcessDocument,
  id: string,
): readonly (Variant & { spec: KindSpec })[] {
  const spec = kindSpecOf(document, id);
  const type = get(document, id)?.type;
  return variants.filter((variant) =>
    spec.morphGroup ? variant.spec.morphGroup === spec.morphGroup : variant.seed.type === type,
  );
}
