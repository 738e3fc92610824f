import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { flowModel } from '@/engine/compile/flow-model';
import {
  childrenOf,
  collaborations,
  get,
  nameOf,
  type ProcessDocument,
  processes,
  ref,
} from '@/lib/document';

/** One process a model offers: a pool with a process, or a process without a pool. */
export interface ProcessFact {
  key: string;
  name: string;
  /** Will run when published: marked executable, or nothing is and this one has content. */
  executable: boolean;
}

function poolNames(document: ProcessDocument): Map<string, string> {
  const names = new Map<string, string>();
  for (const collaboration of collaborations(document)) {
    for (const participant of childrenOf(document, collaboration.id, 'participants')) {
      const process = ref(participant, 'processRef');
      if (process && get(document, process)) names.set(process, nameOf(participant));
    }
  }
  return names;
}

/** The processes of a document in order, the executable ones first. */
export function processFacts(document: ProcessDocument): ProcessFact[] {
  const pools = poolNames(document);
  const runs = flowModel(document).executable;
  const facts = processes(document).map((process) => ({
    key: process.id,
    name: nameOf(process) || pools.get(process.id) || process.id,
    executable: runs.has(process.id),
  }));
  return [...facts.filter((fact) => fact.executable), ...facts.filter((fact) => !fact.executable)];
}

/** What a person calls the model: its first process's name, or the collaboration's. */
export function modelName(document: ProcessDocument): string {
  return processFacts(document)[0]?.name || nameOf(get(document, document.root)) || 'Untitled process';
}

/** SHA-256 of RFC 8785 canonical JSON, hex: the checksum of a version and the identity of a draft. */
export function documentChecksum(document: ProcessDocument): string {
  return createHash('sha256')
    .update(canonicalize(document) ?? '')
    .digest('hex');
}
