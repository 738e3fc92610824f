import { hasDiagram, type ProcessDocument, processes } from '@/lib/document';

export type ReadFile = { ok: true; document: ProcessDocument; key: string } | { ok: false; message: string };

/** Reads a BPMN or YAML file in the browser and gives it a diagram when it has none. The parser is loaded when needed. */
export async function readBpmnFile(file: File): Promise<ReadFile> {
  if (/\.ya?ml$/i.test(file.name)) return readYamlFile(file);
  const [{ importBpmn }, { layoutDocument }] = await Promise.all([
    import('@/lib/bpmn/import'),
    import('@/lib/bpmn/layout'),
  ]);
  const result = importBpmn(new Uint8Array(await file.arrayBuffer()));
  if (!result.ok) return { ok: false, message: result.message };
  const document = hasDiagram(result.document) ? result.document : await layoutDocument(result.document);
  return { ok: true, document, key: processes(document)[0]?.id ?? '' };
}

async function readYamlFile(file: File): Promise<ReadFile> {
  const { readDrawnText } = await import('@/lib/text');
  const result = await readDrawnText(await file.text());
  if (!result.ok) {
    const at = result.line ? ` (line ${result.line}, column ${result.column ?? 1})` : '';
    return { ok: false, message: `${result.message}${at}` };
  }
  return { ok: true, document: result.document, key: processes(result.document)[0]?.id ?? '' };
}
