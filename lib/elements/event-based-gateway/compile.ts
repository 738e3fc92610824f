import type { DocElement } from '@/engine/compile/document';
import type { CompileContext } from '@/engine/compile/registry';
import type { EventBasedGatewayConfig } from './config';

export const isParallel = ({ attrs }: DocElement): boolean => attrs.eventGatewayType === 'Parallel';

/** Only a gateway that begins an instance can wait for all of its events (BPMN 2.0.2, 10.6.6). */
export function compileEventBasedGateway({ element, report }: CompileContext): EventBasedGatewayConfig {
  const parallel = isParallel(element);
  if (parallel && element.attrs.instantiate !== true)
    report(
      'error',
      'parallel-event-gateway',
      'Only an event-based gateway that starts the process can wait for all of its events. Let it start the process, or wait for the first event.',
      'parallel',
    );
  return { parallel };
}
