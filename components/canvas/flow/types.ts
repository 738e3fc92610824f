import type { Edge, Node } from 'reactflow';
import type { DiagramEdge, DiagramNode } from '@/components/bpmn/types';

/** Problems of elements as the canvas marks them. */
export type Marked = 'error' | 'warning';

/** A node as React Flow holds it; everything it draws is in the diagram node. `bare` ones are only pointed at. */
export type FlowNode = Node<{ node: DiagramNode; problems?: Marked; bare: boolean }, 'element'>;
export type FlowLine = Edge<{ edge: DiagramEdge; editable: boolean; bare: boolean }, 'flow'>;
