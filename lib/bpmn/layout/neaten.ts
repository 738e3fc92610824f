import { get, type ProcessDocument } from '@/lib/document';
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
  placeFlowLabels(placement, links, (id) => labelSize(document, id), compared);
}
