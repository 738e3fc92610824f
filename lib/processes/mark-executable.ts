import { flowModel } from '@/engine/compile/flow-model';
import { get, type ProcessDocument, processes } from '@/lib/document';

/** Marks the processes that run as executable, so that the version says what it is. Runs in a browser, too. */
export function markExecutable(document: ProcessDocument): ProcessDocument {
  const runs = flowModel(document).executable;
  const elements = { ...document.elements };
  for (const process of processes(document)) {
    const entry = get(document, process.id);
    if (entry && runs.has(process.id) && entry.attrs.isExecutable !== true) {
      elements[process.id] = { ...entry, attrs: { ...entry.attrs, isExecutable: true } };
    }
  }
  return { ...document, elements };
}
