import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ElementSymbol } from './element-symbol';
import { neighbourhood } from './neighbourhood';
import { StaticDiagram } from './static-diagram';
import type { DiagramView, EventTrigger, SymbolSpec } from './types';

const svg = (spec: SymbolSpec, more: Omit<Parameters<typeof ElementSymbol>[0], 'spec'> = {}) =>
  renderToStaticMarkup(<ElementSymbol spec={spec} {...more} />);
const task: SymbolSpec = {
  shape: 'task',
  bpmnType: 'bpmn:ServiceTask',
  width: 100,
  height: 80,
  label: 'Post to ERP',
};
const event = (more: Partial<SymbolSpec>): SymbolSpec => ({
  shape: 'event',
  bpmnType: 'bpmn:Event',
  width: 36,
  height: 36,
  ...more,
});

describe('ElementSymbol', () => {
  it('never changes the BPMN stroke with the state', () => {
    const shape = (html: string) =>
      /<rect class="bp-shape"[^>]*>/.exec(html)?.[0].replace(/fill="[^"]*"/, '');
    for (const state of ['active', 'waiting', 'completed', 'incident', 'cancelled', 'compensated'] as const) {
      expect(shape(svg(task, { state }))).toBe(shape(svg(task)));
    }
  });

  it('has one ring line in a state, two in an incident, none before it is reached', () => {
    const rings = (html: string) => html.split('class="bp-ring"').length - 1;
    expect(rings(svg(task, { state: 'completed' }))).toBe(1);
    expect(rings(svg(task, { state: 'incident' }))).toBe(2);
    expect(rings(svg(task, { state: 'notReached' }))).toBe(0);
  });

  it('keeps the text of what was not reached at full strength', () => {
    const html = svg(task, { state: 'notReached' });
    expect(html).toContain('opacity="0.4"');
    expect(/<text[^>]*fill="var\(--muted\)"/.test(html)).toBe(true);
  });

  it('dashes both rings of a non-interrupting boundary event', () => {
    const dashed = svg(event({ position: 'boundary', trigger: 'timer', interrupting: false }));
    expect(dashed).toContain('6 3.03');
    expect(dashed).toContain('4.8 2.53');
    expect(svg(event({ position: 'boundary', trigger: 'timer' }))).not.toContain('stroke-dasharray');
  });

  it('draws every trigger differently, and thrown unlike caught', () => {
    const triggers: EventTrigger[] = [
      ...(['message', 'timer', 'error', 'escalation', 'cancel', 'compensation'] as const),
      ...(['conditional', 'link', 'signal', 'terminate', 'multiple', 'parallelMultiple'] as const),
    ];
    const drawn = triggers.map((trigger) => svg(event({ position: 'catch', trigger })));
    expect(new Set(drawn).size).toBe(triggers.length);
    for (const trigger of ['message', 'signal', 'escalation', 'link', 'compensation', 'multiple'] as const) {
      expect(svg(event({ position: 'throw', trigger }))).not.toBe(svg(event({ position: 'catch', trigger })));
    }
  });

  it('draws every task type and gateway differently', () => {
    const tasks = [
      'Task',
      'UserTask',
      'ManualTask',
      'ServiceTask',
      'SendTask',
      'ReceiveTask',
      'ScriptTask',
      'BusinessRuleTask',
    ];
    expect(new Set(tasks.map((type) => svg({ ...task, bpmnType: `bpmn:${type}` }))).size).toBe(tasks.length);
    const gateways = ['Exclusive', 'Parallel', 'Inclusive', 'Complex', 'EventBased'].map((type) =>
      svg({ shape: 'gateway', bpmnType: `bpmn:${type}Gateway`, width: 50, height: 50 }),
    );
    expect(new Set(gateways).size).toBe(gateways.length);
  });

  it('says AI in a word beside the sparkle', () => {
    expect(svg({ ...task, ai: true })).toMatch(/>AI<\/text>/);
    expect(svg(task)).not.toContain('var(--ai)');
  });
});

const view: DiagramView = {
  nodes: ['a', 'b', 'c', 'd'].map((id, i) => ({
    id,
    x: i * 150,
    y: 0,
    label: id,
    spec: { ...task, label: undefined },
  })),
  edges: ['a', 'b', 'c'].map((id, i) => ({
    id: `${id}-next`,
    kind: 'sequence' as const,
    sourceId: id,
    targetId: 'bcd'[i],
    waypoints: [
      { x: i * 150 + 100, y: 40 },
      { x: i * 150 + 150, y: 40 },
    ],
  })),
  bounds: { x: 0, y: 0, width: 550, height: 80 },
};

describe('StaticDiagram', () => {
  it('is a named picture with every element', () => {
    const html = renderToStaticMarkup(<StaticDiagram view={view} title="Four steps" />);
    expect(html).toContain('role="img" aria-label="Four steps"');
    expect(html.match(/data-id=/g)).toHaveLength(4);
    expect(html.match(/class="bp-flow"/g)).toHaveLength(3);
  });

  it('points at an element with a callout that fits into the picture', () => {
    const html = renderToStaticMarkup(
      <StaticDiagram view={view} title="Four steps" callout={{ nodeId: 'a', text: 'You are here' }} />,
    );
    expect(html).toContain('>You are here<');
    expect(Number(/viewBox="([-\d.]+)/.exec(html)?.[1])).toBeLessThan(-100);
  });
});

describe('neighbourhood', () => {
  it('keeps what is as many flows away as asked, and the flows that leave', () => {
    const near = neighbourhood(view, 'b', 1);
    expect(near.nodes.map((n) => n.id)).toEqual(['a', 'b', 'c']);
    expect(near.edges.map((e) => e.id)).toEqual(['a-next', 'b-next', 'c-next']);
    expect(near.bounds.width).toBe(400);
  });

  it('gives the whole diagram for an unknown element', () => {
    expect(neighbourhood(view, 'nope')).toBe(view);
  });
});
