import { compile } from '@/engine/compile/compile';
import type { ProcessDocument } from '@/engine/compile/document';
import type { Behavior, Behaviors } from '@/engine/core/behavior';
import type { Input } from '@/engine/core/inputs';
import type { JsonObject } from '@/engine/core/json';
import type { Activation } from '@/engine/core/state';
import { World } from '@/engine/testing/world';
import { importBpmn } from '@/lib/bpmn';
import { corpusFile } from '@/lib/bpmn/corpora';
import { behaviors } from '@/lib/elements/behaviors';
import { compileRegistry } from '@/lib/elements/compile-registry';
import type { Counts } from './counts';
import { expectedBy, type Seen } from './expected';
import { type Expected, GROUP, type Scenario, type SimulationStep } from './manifest';
import { observed } from './observed';
import { conditionOf, configOf, prepare } from './prepare';

/** One look of a scenario: what the simulator says and what the engine did. */
export interface Look {
  expected: Seen & { mayLeave: Counts };
  seen: Seen;
}

/** Plays a scenario on the engine. Throws when its model can't be compiled. */
export function play({ file, steps }: Scenario): { looks: Look[]; violations: string[] } {
  const imported = importBpmn(corpusFile(GROUP, file));
  if (!imported.ok) throw new Error(imported.message);
  const player = new ScenarioPlayer(imported.document, steps);
  for (const step of steps) player.do(step);
  const violations = [...player.world.instances.values()].flatMap((instance) => instance.violations());
  return { looks: player.looks, violations };
}

const flowsOf = ({ config }: { config: { activeOutgoing: string | string[] } }): string[] =>
  [config.activeOutgoing].flat();

class ScenarioPlayer {
  readonly looks: Look[] = [];
  readonly world: World;
  private readonly document: ProcessDocument;
  private readonly waiting = new Set<string>();
  private readonly variables: JsonObject = {};
  private seenUntil = 0;
  private active: Counts = {};

  constructor(given: ProcessDocument, steps: readonly SimulationStep[]) {
    const configured = new Map(
      steps.flatMap((step) => (step.do === 'setConfig' ? [[step.element, flowsOf(step)] as const] : [])),
    );
    this.document = prepare(given, configured);
    const compiled = compile(this.document, { versionId: 'v', checksum: 'c', registry: compileRegistry });
    // pools without contents exchange messages and nothing else
    const empty = !compiled.ok && compiled.problems.every(({ code }) => code === 'no-process');
    if (!compiled.ok && !empty) throw new Error(compiled.problems.map(({ message }) => message).join(' '));
    const executables = compiled.ok ? compiled.executables : [];
    for (const { id, type } of Object.values(this.document.elements)) {
      if (type === 'bpmn:ExclusiveGateway' || type === 'bpmn:InclusiveGateway')
        this.variables[configOf(id)] = [];
    }
    this.world = new World({ executables, behaviors: this.behaviors() });
  }

  do(step: SimulationStep): void {
    if (step.do === 'expect') this.look(step);
    else if (step.do === 'waitAtElement') this.waiting.add(step.element);
    else if (step.do === 'setConfig') this.configure(configOf(step.element), flowsOf(step));
    else if (step.do === 'trigger') this.trigger(step.element);
    else this.trigger(String(this.document.elements[step.element]?.refs.targetRef));
  }

  private look(step: Expected): void {
    const expected = expectedBy(step, this.active, this.isFlow);
    const seen = observed(this.world, this.seenUntil, (process) => this.poolOf(process));
    this.looks.push({ expected, seen });
    this.seenUntil = this.world.log.length;
    this.active = expected.active;
  }

  /** Steps pass unless the scenario waits at them. */
  private behaviors(): Behaviors {
    const step: Behavior = {
      activate: (step) =>
        this.waiting.has(step.node.id)
          ? step.createWork({ workType: 'wait', retries: 1, payload: null })
          : step.complete(),
    };
    const kinds = ['task', 'user-task', 'approval', 'service-task', 'script-task', 'http-call', 'ai-call'];
    return { ...behaviors, ...Object.fromEntries(kinds.map((kind) => [kind, step])) };
  }

  private configure(variable: string, value: string[] | boolean): void {
    this.variables[variable] = value;
    for (const { id, state } of this.world.instances.values())
      if (state.status === 'running')
        this.send(id, { type: 'set-variables', variables: { [variable]: value }, reason: 'configured' });
  }

  private trigger(element: string): void {
    const entry = this.document.elements[element];
    const parent = this.document.elements[entry?.parent ?? ''];
    const waiting = this.waitingAt(
      parent?.attrs.triggeredByEvent === true ? [element, parent.id] : [element],
    );
    if (waiting) this.happen(...waiting);
    else if (entry?.type === 'bpmn:Participant' || parent?.type !== 'bpmn:Process') return;
    else this.start(parent.id, element);
  }

  private start(process: string, element: string): void {
    const [variables, starts] = [{ ...this.variables }, this.world.executable(process)];
    const triggered = starts.triggeredStarts?.includes(element) ? { trigger: { index: 0 } } : {};
    this.world.start(process, { variables, startElementId: element, conversation: 'scenario', ...triggered });
  }

  /** Who waits longest at one of these elements. */
  private waitingAt(elements: readonly string[]): [instanceId: string, activation: Activation] | undefined {
    for (const { id, state } of this.world.instances.values())
      for (const each of Object.values(state.activations))
        if (each.wait && elements.includes(each.elementId)) return [id, each];
    return undefined;
  }

  /** What somebody waits for comes. */
  private happen(instanceId: string, { key, elementId, wait }: Activation): void {
    if (wait?.kind === 'timer') this.world.passTo(wait.dueAt);
    if (wait?.kind === 'condition') {
      const start = this.world.instance(instanceId).executable.nodes[elementId]?.startNodes?.[0];
      this.configure(conditionOf(start ?? elementId), true);
    } else this.send(instanceId, inputFor(key, wait));
  }

  private send(instanceId: string, input: Input): void {
    const result = this.world.send(instanceId, input);
    if (!Array.isArray(result)) throw new Error(`${input.type}: ${result.message}`);
  }

  private isFlow = (id: string): boolean => /Flow$/.test(this.document.elements[id]?.type ?? '');

  /** The simulator calls a process by its pool when it has one. */
  private poolOf(process: string): string {
    const pools = Object.values(this.document.elements).filter(({ type }) => type === 'bpmn:Participant');
    return pools.find(({ refs }) => refs.processRef === process)?.id ?? process;
  }
}

function inputFor(key: number, wait: Activation['wait']): Input {
  const lease = { worker: 'scenario', leasedAt: '', attempt: 1 };
  switch (wait?.kind) {
    case 'timer':
      return { type: 'fire-timer', key };
    case 'message':
      return { type: 'receive-message', key, messageId: `m${key}`, name: wait.name, variables: {} };
    case 'signal':
      return { type: 'receive-signal', key, name: wait.name, variables: {} };
    case 'work':
      return { type: 'complete-work', key, variables: {}, lease: { ...lease, attempt: wait.attempt } };
    default:
      throw new Error(`nothing is known that ends a wait for ${wait?.kind}`);
  }
}
