import type { ProcessDocument } from '@/lib/document';
import { type Clip, clipToXml, type ReadXml } from '@/lib/editing';

/** The reader of BPMN files, loaded when somebody pastes one. */
export async function readXml(): Promise<ReadXml> {
  const [{ importBpmn }, { layoutDocument }] = await Promise.all([
    import('@/lib/bpmn/import'),
    import('@/lib/bpmn/layout'),
  ]);
  return { read: (text) => importBpmn(text), layout: (document) => layoutDocument(document) };
}

/** A clip as BPMN XML; the writer is loaded when somebody copies. */
export async function writeXml(document: ProcessDocument, clip: Clip): Promise<string> {
  const { exportBpmn } = await import('@/lib/bpmn/export');
  return clipToXml(document, clip, exportBpmn);
}
