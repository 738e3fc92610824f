import type { ElementId } from '../document';
import type { FlowModel } from '../flow-model';
import { type Channel, type Drawing, messageFlows } from './drawing';

/** Processes in groups that message flows connect; each group can be looked at alone. */
export function groups(model: FlowModel, processes: readonly ElementId[]): Drawing[] {
  const left = new Set(processes.filter((id) => hasFlow(model, id)));
  const channels = messageFlows(model).filter(({ source, target }) =>
    [source, target].every((end) => left.has(processOf(model, end))),
  );
  const found: Drawing[] = [];
  for (const process of left) {
    const members = connected(model, channels, process);
    for (const member of members) left.delete(member);
    const own = channels.filter(({ source }) => members.includes(processOf(model, source)));
    found.push({ model, processes: members, channels: own, repeats: true });
  }
  return found;
}

const hasFlow = (model: FlowModel, process: ElementId) => (model.scopes.get(process)?.nodes.length ?? 0) > 0;
const processOf = (model: FlowModel, node: ElementId) => model.nodes.get(node)!.process;

function connected(model: FlowModel, channels: readonly Channel[], first: ElementId): ElementId[] {
  const members = new Set([first]);
  for (const member of members)
    for (const { source, target } of channels) {
      const ends = [processOf(model, source), processOf(model, target)];
      if (ends.includes(member)) for (const end of ends) members.add(end);
    }
  return [...members];
}
