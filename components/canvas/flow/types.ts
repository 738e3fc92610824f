import type { Edge, Node } from 'reactflow';
import type { DiagramEdge, DiagramNode } from '@/components/bpmn/types';

/** A node as React Flow holds it; everything it draws is in the diagram node. */
export type FlowNode = Node<{ node: DiagramNode; problems?: 'error' | 'warning' }, 'element'>;
export type FlowLine = Edge<{ edge: DiagramEdge; editable: boolean }, 'flow'>;
