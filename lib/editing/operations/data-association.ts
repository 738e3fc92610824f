import {
  type ElementId,
  get,
  newElement,
  newId,
  type ProcessDocument,
  ref,
  referrersOf,
  refList,
} from '@/lib/document';
import type { Edit } from '../edit';
import { isActivity, isSubProcess } from '../traits';

/**
 * What a drawing says without naming the data: other tools write this name too, and execution reads it as "not said".
 */
const UNNAMED = '__targetRef_placeholder';

interface Side {
  data: 'bpmn:DataInput' | 'bpmn:DataOutput';
  dataList: 'dataInputs' | 'dataOutputs';
  set: 'bpmn:InputSet' | 'bpmn:OutputSet';
  setRefs: 'dataInputRefs' | 'dataOutputRefs';
  /** Where an event keeps its set, and where a specification keeps its sets. */
  setOfEvent: 'inputSet' | 'outputSet';
  sets: 'inputSets' | 'outputSets';
}

const INPUT: Side = {
  data: 'bpmn:DataInput',
  dataList: 'dataInputs',
  set: 'bpmn:InputSet',
  setRefs: 'dataInputRefs',
  setOfEvent: 'inputSet',
  sets: 'inputSets',
};
const OUTPUT: Side = {
  data: 'bpmn:DataOutput',
  dataList: 'dataOutputs',
  set: 'bpmn:OutputSet',
  setRefs: 'dataOutputRefs',
  setOfEvent: 'outputSet',
  sets: 'outputSets',
};

/**
 * Writes a data association into the step or event that reads or writes (BPMN 2.0.2, 10.4.2): from the data to an
 * input of the step, or from an output of it to the data. Inputs and outputs are declared in the step's
 * `ioSpecification` with their set; events declare them themselves, sub-processes may not and use a property.
 */
export function addDataAssociation(
  edit: Edit,
  type: 'bpmn:DataInputAssociation' | 'bpmn:DataOutputAssociation',
  source: ElementId,
  target: ElementId,
): ElementId {
  const id = newId(type.slice(5), edit.document);
  const input = type === 'bpmn:DataInputAssociation';
  const owner = input ? target : source;
  const own = declared(edit, owner, input ? INPUT : OUTPUT);
  const refs = input ? { sourceRef: [source], targetRef: own } : { sourceRef: [own], targetRef: target };
  edit.add(newElement(type, id, owner, input ? 'dataInputAssociations' : 'dataOutputAssociations', { refs }));
  return id;
}

/** Declares anew what the associations of an element write to and read from, after it became another type. */
export function redeclareData(edit: Edit, owner: ElementId): void {
  for (const id of edit.must(owner).children.dataInputAssociations ?? [])
    edit.ref(id, 'targetRef', declared(edit, owner, INPUT));
  for (const id of edit.must(owner).children.dataOutputAssociations ?? [])
    edit.ref(id, 'sourceRef', [declared(edit, owner, OUTPUT)]);
}

function declared(edit: Edit, owner: ElementId, side: Side): ElementId {
  const { type } = edit.must(owner);
  if (isSubProcess(type)) return propertyOf(edit, owner);
  const holder = isActivity(type) ? specificationOf(edit, owner) : owner;
  const known = (edit.must(holder).children[side.dataList] ?? []).find(
    (id) => edit.get(id)?.attrs.name === UNNAMED,
  );
  if (known) return known;
  const id = newId(side.data.slice(5), edit.document);
  edit.add(newElement(side.data, id, holder, side.dataList, { attrs: { name: UNNAMED } }));
  edit.addRef(setIn(edit, holder, side), side.setRefs, id);
  return id;
}

/** A specification has at least one set of each side, also where it is empty (BPMN 2.0.2, table 10.59). */
function specificationOf(edit: Edit, owner: ElementId): ElementId {
  const known = edit.must(owner).children.ioSpecification?.[0];
  if (known) return known;
  const id = newId('InputOutputSpecification', edit.document);
  edit.add(newElement('bpmn:InputOutputSpecification', id, owner, 'ioSpecification'));
  setIn(edit, id, INPUT);
  setIn(edit, id, OUTPUT);
  return id;
}

function setIn(edit: Edit, holder: ElementId, side: Side): ElementId {
  const containment =
    edit.must(holder).type === 'bpmn:InputOutputSpecification' ? side.sets : side.setOfEvent;
  const known = edit.must(holder).children[containment]?.[0];
  if (known) return known;
  const id = newId(side.set.slice(5), edit.document);
  edit.add(newElement(side.set, id, holder, containment));
  return id;
}

function propertyOf(edit: Edit, owner: ElementId): ElementId {
  const known = edit.must(owner).children.properties?.find((id) => edit.get(id)?.attrs.name === UNNAMED);
  if (known) return known;
  const id = newId('Property', edit.document);
  edit.add(newElement('bpmn:Property', id, owner, 'properties', { attrs: { name: UNNAMED } }));
  return id;
}

/** Unnamed inputs and outputs that only these associations used, and the specifications they leave empty. */
export function unusedData(document: ProcessDocument, gone: ReadonlySet<ElementId>): ElementId[] {
  const found = new Set<ElementId>();
  for (const id of gone) {
    const line = get(document, id);
    if (!/^bpmn:Data(Input|Output)Association$/.test(line?.type ?? '')) continue;
    const own = line?.type === 'bpmn:DataInputAssociation' ? ref(line, 'targetRef') : ref(line, 'sourceRef');
    if (own && isUnused(document, own, gone)) found.add(own);
  }
  for (const id of [...found]) for (const holder of leftEmpty(document, id, found)) found.add(holder);
  return [...found];
}

function isUnused(document: ProcessDocument, id: ElementId, gone: ReadonlySet<ElementId>): boolean {
  const own = get(document, id);
  if (own?.attrs.name !== UNNAMED) return false;
  return referrersOf(document, id).every((other) => gone.has(other.id) || other.type.endsWith('Set'));
}

/** The specification around, when it declares nothing else; for an event its set. */
function leftEmpty(document: ProcessDocument, id: ElementId, found: ReadonlySet<ElementId>): ElementId[] {
  const holder = get(document, get(document, id)?.parent);
  if (!holder) return [];
  const data = [...(holder.children.dataInputs ?? []), ...(holder.children.dataOutputs ?? [])];
  if (holder.type === 'bpmn:InputOutputSpecification')
    return data.every((one) => found.has(one)) ? [holder.id, ...Object.values(holder.children).flat()] : [];
  const sets = [...(holder.children.inputSet ?? []), ...(holder.children.outputSet ?? [])];
  return sets.filter((set) =>
    [...refList(get(document, set), 'dataInputRefs'), ...refList(get(document, set), 'dataOutputRefs')].every(
      (one) => found.has(one),
    ),
  );
}
