import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { flowModel } from '@/engine/compile/flow-model';
import {
  childrenOf,
  collaborations,
  type DocElement,
  get,
  nameOf,
  type ProcessDocument,
  processes,
  ref,
} from '@/lib/document';
import { type OwnershipView, ownershipOf, tidyTags } from '@/lib/elements/common/ownership';

/** One process a model offers: a pool with a process, or a process without a pool. */
export interface ProcessFact {
  key: string;
  name: string;
  /** Will run when published: marked executable, or nothing is and this one has content. */
  executable: boolean;
  /** Who answers for it, and its tags; a pool's count for the process in it. */
  ownership: OwnershipView;
}

function poolsByProcess(document: ProcessDocument): Map<string, DocElement> {
  const pools = new Map<string, DocElement>();
  for (const collaboration of collaborations(document)) {
    for (const participant of childrenOf(document, collaboration.id, 'participants')) {
      const process = ref(participant, 'processRef');
      if (process && get(document, process)) pools.set(process, participant);
    }
  }
  return pools;
}

function ownershipIn(document: ProcessDocument, process: string, pool: string | undefined): OwnershipView {
  const own = ownershipOf(document, process);
  const around = pool === undefined ? undefined : ownershipOf(document, pool);
  return {
    owner: own.owner || (around?.owner ?? ''),
    tags: tidyTags([...own.tags, ...(around?.tags ?? [])]),
  };
}

/** The processes of a document in order, the executable ones first. */
export function processFacts(document: ProcessDocument): ProcessFact[] {
  const pools = poolsByProcess(document);
  const runs = flowModel(document).executable;
  const facts = processes(document).map((process) => ({
    key: process.id,
    name: nameOf(process) || nameOf(pools.get(process.id)) || process.id,
    executable: runs.has(process.id),
    ownership: ownershipIn(document, process.id, pools.get(process.id)?.id),
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
