import { variants } from '@/lib/elements/catalogue';
import type { Seed } from '@/lib/elements/define';
import { isActivity, isData, isGateway, isSubProcess } from './traits';

export type KindGroup =
  | 'start'
  | 'intermediate'
  | 'end'
  | 'boundary'
  | 'gateway'
  | 'activity'
  | 'data'
  | 'other';

/** Something that can be put on the drawing: what is written into the document when it is placed. */
export interface Placeable {
  id: string;
  label: string;
  /** One sentence about its kind. */
  description: string;
  group: KindGroup;
  seed: Seed;
  size: { width: number; height: number };
  /** Offered first; the others are behind "More". */
  primary: boolean;
  /** False for what is drawn and kept, but can't run yet. */
  executable: boolean;
}

const EVENT = { width: 36, height: 36 };
const GATEWAY = { width: 50, height: 50 };
const SUB_PROCESS = { width: 350, height: 200 };

function groupOf(type: string): KindGroup {
  if (type === 'bpmn:StartEvent') return 'start';
  if (type === 'bpmn:EndEvent') return 'end';
  if (type === 'bpmn:BoundaryEvent') return 'boundary';
  if (type.endsWith('Event')) return 'intermediate';
  if (isGateway(type)) return 'gateway';
  if (isActivity(type)) return 'activity';
  return isData(type) ? 'data' : 'other';
}

function sizeOf(id: string, type: string, own: Placeable['size']): Placeable['size'] {
  if (id === 'pool.black-box') return { width: 600, height: 60 };
  if (id.endsWith('.closed')) return { width: 100, height: 80 };
  if (type.endsWith('Event')) return EVENT;
  if (isGateway(type)) return GATEWAY;
  return isSubProcess(type) ? SUB_PROCESS : own;
}

/** Every kind that can be placed, as the element registry offers them. */
export const KINDS: readonly Placeable[] = variants.map(({ id, label, seed, primary, spec }) => ({
  id,
  label,
  description: spec.description,
  group: groupOf(seed.type),
  seed,
  size: sizeOf(id, seed.type, spec.size),
  primary: primary === true,
  executable: spec.executable,
}));

const BY_ID = new Map(KINDS.map((kind) => [kind.id, kind]));

/** The kind of that id; throws for an unknown one (a bug: ids are ours). */
export function kindById(id: string): Placeable {
  const kind = BY_ID.get(id);
  if (!kind) throw new Error(`No element kind "${id}"`);
  return kind;
}
