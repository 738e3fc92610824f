import { hasDiagram, type ProcessDocument, processes } from '@/lib/document';

export type ReadFile = { ok: true; document: ProcessDocument; key: string } | { ok: false; message: string };

/** Reads a BPMN file in the browser and gives it a diagram when it has none. The parser is loaded when needed. */
export async function readBpmnFile(file: File): Promise<ReadFile> {
  const [{ importBpmn }, { layoutDocument }] = await Promise.all([
    import('@/lib/bpmn/import'),
    import('@/lib/bpmn/layout'),
  ]);
  const result = importBpmn(new Uint8Array(await file.arrayBuffer()));
  if (!result.ok) return { ok: false, message: result.message };
  const document = hasDiagram(result.document) ? result.document : await layoutDocument(result.document);
  return { ok: true, document, key: processes(document)[0]?.id ?? '' };
}
