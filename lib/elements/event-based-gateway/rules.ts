import type { DocElement } from '@/engine/compile/document';
import { ref } from '@/lib/document';
import type { ElementRule } from '../define';

/** Only what waits can follow an event-based gateway, each reached by it alone (BPMN 2.0.2, 10.6.6). */
export const leadsToWaiting: ElementRule = {
  code: 'event-gateway-targets',
  check({ node, model, report }) {
    const targets = node.outgoing.flatMap((flow) => model.nodes.get(ref(flow, 'targetRef') ?? '') ?? []);
    for (const target of targets) {
      const name = String(target.element.attrs.name || target.id);
      if (!waits(target.element, target.definitions))
        report(
          'error',
          `“${name}” can’t follow this gateway: it doesn’t wait for a message, signal, time or condition.`,
        );
      else if (target.incoming.length > 1)
        report(
          'warning',
          `“${name}” is also reached on another path. After an event-based gateway it should be reached from there only.`,
        );
    }
  },
};

const WAITING = /^bpmn:(?:Message|Timer|Signal|Conditional)EventDefinition$/;

const waits = ({ type }: DocElement, definitions: readonly DocElement[]): boolean =>
  type === 'bpmn:ReceiveTask' ||
  (type === 'bpmn:IntermediateCatchEvent' &&
    definitions.length > 0 &&
    definitions.every((definition) => WAITING.test(definition.type)));
