import {
  type ElementId,
  elementsOfType,
  get,
  hasDiagram,
  newElement,
  type Point,
  type ProcessDocument,
  planes,
  ref,
  resolve,
} from '@/lib/document';
import { Edit } from '../edit';
import { isNode } from '../traits';
import { type EditResult, refuse } from '../types';
import type { Clip } from './clip';
import { paste, putClip } from './clipboard';
import { copy } from './copy';

/** Writes BPMN 2.0 XML: `exportBpmn`, which a browser loads when it is needed. */
export type WriteXml = (document: ProcessDocument) => string;

/** Reads BPMN 2.0 XML and gives it a diagram where it has none: `importBpmn` and `layoutDocument`. */
export interface ReadXml {
  read(text: string): { ok: true; document: ProcessDocument } | { ok: false; message: string; line?: number };
  layout(document: ProcessDocument): Promise<ProcessDocument>;
}

/** A clip as a whole BPMN file with its drawing, for other tools: put it on the clipboard as plain text. */
export function clipToXml(document: ProcessDocument, clip: Clip, write: WriteXml): string {
  const pools = clip.entries.some(({ type }) => type === 'bpmn:Participant');
  const ids = new Map(clip.entries.map(({ id }) => [id, id]));
  const free = (wanted: string): string => {
    let id = wanted;
    while (ids.has(id) || clip.shared.some((entry) => entry.id === id)) id = `${id}_`;
    ids.set(id, id);
    return id;
  };
  const [root, shown, diagram, plane] = [
    'Definitions_clip',
    pools ? 'Collaboration_clip' : 'Process_clip',
    'Diagram_clip',
    'Plane_clip',
  ].map(free) as [string, string, string, string];
  const edit = new Edit({
    ...document,
    root,
    elements: {
      [root]: newElement('bpmn:Definitions', root, null, '', {
        attrs: { targetNamespace: 'urn:countersign:clip', exporter: 'Countersign' },
      }),
    },
  });
  edit.add(newElement(pools ? 'bpmn:Collaboration' : 'bpmn:Process', shown, root, 'rootElements'));
  edit.add(newElement('bpmndi:BPMNDiagram', diagram, root, 'diagrams'));
  edit.add(newElement('bpmndi:BPMNPlane', plane, diagram, 'plane', { refs: { bpmnElement: shown } }));
  putClip(edit, clip, { ids, container: shown, collaboration: shown, plane, delta: { x: 0, y: 0 } });
  return write(edit.document);
}

/** Whether a text is likely BPMN: so that pasting a sentence into a label stays what it is. */
export const looksLikeBpmn = (text: string): boolean =>
  /<(?:[\w.-]+:)?definitions[\s>]/.test(text) && text.includes('http://www.omg.org/spec/BPMN/');

/**
 * Pastes what a BPMN file of any tool draws first. Pools come as pools where the drawing has some, otherwise what is
 * in them comes without them. A text that can't be read is refused with its reason; a file without a diagram is laid
 * out first.
 */
export async function pasteXml(
  document: ProcessDocument,
  text: string,
  into: { plane: ElementId; at?: Point },
  xml: ReadXml,
): Promise<EditResult> {
  const file = xml.read(text);
  if (!file.ok)
    return refuse(`This can’t be pasted: ${file.message}${file.line ? ` (line ${file.line})` : ''}`);
  const source = hasDiagram(file.document) ? file.document : await xml.layout(file.document);
  const sheet = get(document, into.plane);
  const pools = get(document, ref(sheet, 'bpmnElement'))?.type === 'bpmn:Collaboration';
  const clip = copy(source, topNodes(source, pools));
  if (!clip) return refuse('There is nothing in this file that can be pasted into a drawing');
  return paste(document, clip, into.plane, into.at);
}

/** What the first drawing shows at its top level; pools opened unless they can be pasted. */
function topNodes(document: ProcessDocument, pools: boolean): ElementId[] {
  const plane = planes(document)[0];
  const shapes = (plane?.children.planeElement ?? []).flatMap(
    (id) => resolve(document, get(document, id), 'bpmnElement') ?? [],
  );
  const processes = new Set(
    elementsOfType(document, 'bpmn:Participant').flatMap((pool) => ref(pool, 'processRef') ?? []),
  );
  const kept = shapes.filter((element) => {
    if (!isNode(element) || element.type === 'bpmn:Lane') return false;
    if (element.type === 'bpmn:Participant') return pools;
    return !(pools && processes.has(element.parent ?? ''));
  });
  const drawn = new Set(kept.map(({ id }) => id));
  return kept.filter(({ parent }) => !drawn.has(parent ?? '')).map(({ id }) => id);
}
