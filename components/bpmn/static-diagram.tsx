import { relativeLabelBounds, union } from './bounds';
import { Callout, type CalloutSpec, calloutWidth } from './callout';
import { FlowEdge } from './edge';
import { EdgeLabel } from './edge-label';
import { ElementSymbol } from './element-symbol';
import { isContainer, paintOrder } from './layers';
import type { Bounds, DiagramNode, DiagramView } from './types';

export interface StaticDiagramProps {
  view: DiagramView;
  /** What the picture shows, in a sentence; it stands for the picture where it can't be seen. */
  title: string;
  /** Clear space around the bounds, in diagram pixels. Default 20, which is enough for rings and badges. */
  padding?: number;
  /** Thumbnails: no labels, type markers large. */
  compact?: boolean;
  /** A proposal nobody has accepted yet: dashed. */
  ghost?: boolean;
  callout?: CalloutSpec;
  /** Never draw larger than this (1 = 100 %). Default 1. */
  maxScale?: number;
  className?: string;
}

function Node({ node, compact, ghost }: { node: DiagramNode; compact?: boolean; ghost?: boolean }) {
  return (
    <g transform={`translate(${node.x} ${node.y})`} data-id={node.id} data-state={node.state}>
      <ElementSymbol
        spec={node.spec}
        label={node.label}
        labelBounds={relativeLabelBounds(node)}
        state={node.state}
        waitReason={node.waitReason}
        count={node.count}
        diff={node.diff}
        selected={node.selected}
        compact={compact}
        ghost={ghost}
      />
    </g>
  );
}

function frame(view: DiagramView, padding: number, target?: DiagramNode, callout?: CalloutSpec): Bounds {
  const boxes = [view.bounds];
  if (target && callout) {
    const width = calloutWidth(callout.text);
    boxes.push({ x: target.x - width, y: target.y, width, height: target.spec.height });
  }
  const all = union(boxes);
  return {
    x: all.x - padding,
    y: all.y - padding,
    width: all.width + 2 * padding,
    height: all.height + 2 * padding,
  };
}

/** A whole diagram as one picture, on the server or in the browser: no measuring, no scripts, no interaction. */
export function StaticDiagram(props: StaticDiagramProps) {
  const { view, title, compact, ghost, callout, padding = 20, maxScale = 1 } = props;
  const target = callout && view.nodes.find((n) => n.id === callout.nodeId);
  const box = frame(view, padding, target, callout);
  const nodes = paintOrder(view.nodes);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={title}
      className={props.className}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      style={{
        maxWidth: box.width * maxScale,
        maxHeight: box.height * maxScale,
        width: '100%',
        height: '100%',
      }}
    >
      {nodes.filter(isContainer).map((node) => (
        <Node key={node.id} node={node} compact={compact} ghost={ghost} />
      ))}
      {view.edges.map((edge) => (
        <FlowEdge key={edge.id} edge={edge} labels={false} ghost={ghost} />
      ))}
      {nodes
        .filter((node) => !isContainer(node))
        .map((node) => (
          <Node key={node.id} node={node} compact={compact} ghost={ghost} />
        ))}
      {!compact && view.edges.map((edge) => <EdgeLabel key={edge.id} edge={edge} />)}
      {target && callout && <Callout node={target} text={callout.text} />}
    </svg>
  );
}
