import { attach } from './listen';
import { runPhases } from './phases';
import { about, alive, type BegunBy, behaviorOf, emit, nodeOf, type Run } from './run';

/**
 * The event of a start node has begun the instance; a parallel multiple one waits for its other triggers (BPMN 2.0.2,
 * 13.5.1).
 */
export function begun(run: Run, key: number, { index, message, signal }: BegunBy): void {
  const activation = alive(run, key);
  const named = about(run, activation);
  if (message) emit(run, 'message.received', named, { ...message, start: true });
  if (signal !== undefined) emit(run, 'signal.received', named, { name: signal, start: true });
  const node = nodeOf(run, activation.elementId);
  if (!node.parallelMultiple) runPhases(run, key, 'output');
  else attach(run, node, { attachedTo: key, scopeKey: activation.scopeKey }, (trigger) => trigger !== index);
}

/**
 * The first token. An event that follows an instantiating event-based gateway begins with the gateway; when that one
 * is parallel it waits for its other events (BPMN 2.0.2, 10.6.6).
 */
export function startAt(run: Run, id: string, begunBy: BegunBy | undefined): void {
  const node = nodeOf(run, id);
  const flowId = begunBy ? node.incoming.find((flow) => isEventGateway(run, flow)) : undefined;
  if (begunBy === undefined || flowId === undefined) {
    run.queue.push(begunBy ? { enter: id, scopeKey: 0, begunBy } : { enter: id, scopeKey: 0 });
    return;
  }
  const gateway = nodeOf(run, run.executable.flows[flowId]?.source ?? '');
  const key = run.state.nextKey;
  const named = { elementId: gateway.id, elementType: gateway.elementType, key, scopeKey: 0 };
  emit(run, 'element.activated', named, {});
  if (behaviorOf(run, gateway).awaitsAll?.(gateway.config)) {
    for (const other of gateway.outgoing)
      if (other !== flowId)
        attach(run, nodeOf(run, run.executable.flows[other]?.target ?? ''), { attachedTo: key, scopeKey: 0 });
  } else emit(run, 'element.completed', named, {});
  const arrival = run.state.nextKey;
  emit(
    run,
    'flow.taken',
    { elementId: flowId, elementType: 'sequenceFlow', key: arrival, scopeKey: 0 },
    { flowId, target: id },
  );
  run.queue.push({ enter: id, scopeKey: 0, arrival, begunBy });
}

const isEventGateway = (run: Run, flowId: string): boolean =>
  nodeOf(run, run.executable.flows[flowId]?.source ?? '').elementType === 'eventBasedGateway';
