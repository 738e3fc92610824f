import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn/import';
import { isDark } from './colours';
import { diagramView } from './view';

const NAMESPACES = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:x="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:y="http://www.omg.org/spec/BPMN/non-normative/color/1.0"`;

function coloursIn(attributes: string, label = '') {
  const result = importBpmn(`<bpmn:definitions ${NAMESPACES} id="D">
    <bpmn:process id="P"><bpmn:task id="T" name="n"/></bpmn:process>
    <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P"><bpmndi:BPMNShape bpmnElement="T" ${attributes}>
      <dc:Bounds x="0" y="0" width="100" height="80"/>${label}
    </bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`);
  if (!result.ok) throw new Error(result.message);
  return diagramView(result.document).nodes[0]?.spec.colours;
}

describe('colours of other tools', () => {
  it('reads bpmn.io’s and the standard’s, whatever their prefixes, the standard’s first', () => {
    expect(coloursIn('x:fill="#FFE0B2" x:stroke="#6B3C00"')).toEqual({ fill: '#ffe0b2', stroke: '#6b3c00' });
    expect(
      coloursIn('x:fill="#111111" y:background-color="LightBlue" y:border-color="rgb(1, 2, 3)"'),
    ).toEqual({
      fill: 'lightblue',
      stroke: 'rgb(1, 2, 3)',
    });
    expect(coloursIn('', '<bpmndi:BPMNLabel y:color="#ff0000"/>')).toEqual({ label: '#ff0000' });
  });

  it('takes black on white for no choice, so that a dark theme stays dark', () => {
    expect(coloursIn('y:background-color="#ffffff" y:border-color="#000000" x:fill="#fff"')).toBeUndefined();
  });

  it('paints nothing that is no colour', () => {
    expect(
      coloursIn('x:fill="url(https://evil.example/x.svg#a)" x:stroke="red;stroke-width:9"'),
    ).toBeUndefined();
  });

  it('knows dark from light', () => {
    expect(['#000080', '#333', '#c2d7eb', '#fff', 'navy'].map(isDark)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
