import type { Activation, InstanceState } from '@/engine/core/state';
import type { Logged, World } from '@/engine/testing/world';
import { counted } from './counts';
import type { Seen } from './expected';
import { isNowhere } from './prepare';

/** What an engine did since the `from`th entry of its log, in the simulator's terms. `poolOf` names a process. */
export function observed(world: World, from: number, poolOf: (process: string) => string): Seen {
  const log = world.log.slice(from).filter(({ event }) => !isNowhere(event.elementId ?? ''));
  return {
    flows: counted(log.flatMap(({ event }) => (event.type === 'flow.taken' ? [event.data.flowId] : []))),
    entered: counted(entered(log, poolOf)),
    left: counted(left(log, poolOf)),
    active: counted([...world.instances.values()].flatMap(({ state }) => active(state, poolOf))),
  };
}

const name = ({ instanceId, event }: Logged) => `${instanceId}:${event.key}`;

/** Every token that reached an element, and every element that began without a token. */
function entered(log: readonly Logged[], poolOf: (process: string) => string): string[] {
  const joined = new Set(log.filter(({ event }) => event.type === 'join.passed').map(name));
  return log.flatMap((entry) => {
    const { event, processKey } = entry;
    if (event.type === 'instance.started') return [poolOf(processKey)];
    if (event.type === 'flow.taken') return [event.data.target];
    if (event.type !== 'element.activated' || event.data.arrival !== undefined) return [];
    return joined.has(name(entry)) ? [] : [event.elementId ?? ''];
  });
}

/** What completed, and activities that a boundary event interrupted, which are left by that event. */
function left(log: readonly Logged[], poolOf: (process: string) => string): string[] {
  const hosts = new Set(
    log.flatMap(({ event, instanceId }) =>
      event.type === 'element.activated' && event.data.attachedTo !== undefined
        ? [`${instanceId}:${event.data.attachedTo}`]
        : [],
    ),
  );
  return log.flatMap((entry) => {
    const { event, processKey } = entry;
    if (/^instance\.(?:completed|failed|terminated)$/.test(event.type)) return [poolOf(processKey)];
    if (event.type === 'element.completed') return [event.elementId ?? ''];
    return event.type === 'element.terminated' && hosts.has(name(entry)) ? [event.elementId ?? ''] : [];
  });
}

function active(state: InstanceState, poolOf: (process: string) => string): string[] {
  if (state.status !== 'running') return [];
  const holdsToken = ({ attachedTo }: Activation) => attachedTo === undefined;
  return [
    poolOf(state.processKey),
    ...Object.values(state.activations)
      .filter(holdsToken)
      .map((each) => each.elementId),
    ...state.arrivals.map((arrival) => arrival.elementId),
  ];
}
