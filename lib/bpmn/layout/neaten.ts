import { type ElementId, get, type ProcessDocument, ref, valuesOf } from '@/lib/document';
import type { Link } from './contents';
import { spreadDocks } from './docks';
import { placeFlowLabels } from './flow-labels';
import type { Placement } from './placement';
import { isGateway, labelSize } from './sizes';

/** Beyond this many lines comparing each with each costs more than it gives: a file must not be able to stop a server. */
export const MOST_COMPARED = 300;

/** The last touch to lines that are drawn: where they leave and reach nodes, and where their names are. */
export function neaten(document: ProcessDocument, placement: Placement, links: readonly Link[]): void {
  const compared = links.length <= MOST_COMPARED;
  if (compared) spreadDocks(placement, links, (id) => isGateway(get(document, id)));
  placeFlowLabels(
    placement,
    links,
    (id) => labelSize(document, id),
    (id) => isMarked(document, id),
    compared,
  );
}

/** Default flows have a slash, conditional ones out of an activity a diamond (BPMN 2.0.2, 8.3.13). */
export function isMarked(document: ProcessDocument, flow: ElementId): boolean {
  const source = get(document, ref(get(document, flow), 'sourceRef'));
  if (ref(source, 'default') === flow) return true;
  return !isGateway(source) && valuesOf(get(document, flow), 'conditionExpression').length > 0;
}
