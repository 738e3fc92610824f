import { type DocElement, type ElementId, extensionsOf, mustGet, type ProcessDocument } from '@/lib/document';
import type { Placeable } from '../kinds';
import { EXTENSION_WORDS, fitsType, keeps, readsNoMore, sameTrigger } from './morph-keeps';

const LOST: Record<string, string> = {
  messageRef: 'The message',
  operationRef: 'The operation that is called',
  calledElement: 'The called process',
  script: 'The script',
  activationCondition: 'When it goes on',
  completionCondition: 'When it is done',
  loopCharacteristics: 'Repetition',
  isForCompensation: 'That it undoes another step',
  resources: 'Who does it',
};

/** What would be lost, in plain words, most important first; empty when nothing is. */
export function lossesOf(document: ProcessDocument, id: ElementId, kind: Placeable): string[] {
  const element = mustGet(document, id);
  const lost = extensionsOf(element).filter((value) => !keeps(value, kind.seed));
  const definitions = (element.children.eventDefinitions ?? []).length;
  return [
    ...new Set(lost.map((value) => EXTENSION_WORDS[value.$type] ?? value.$type)),
    ...(definitions > 0 && !sameTrigger(document, element, kind.seed)
      ? ['What the event waits for or sends']
      : []),
    ...lostOf(element, kind),
  ];
}

/** Properties of the old type that the new one can't have, by what they are called. */
function lostOf(element: DocElement, kind: Placeable): string[] {
  const { attrs, refs, values, children } = element;
  const names = [
    ...Object.keys(attrs),
    ...Object.keys(refs),
    ...Object.keys(values),
    ...Object.keys(children),
  ];
  const gone = names.filter((name) => {
    if (!fitsType(name, kind.seed.type)) return true;
    const kindOnly = name === 'calledElement' || name === 'script';
    return kindOnly && element.type !== kind.seed.type;
  });
  const data = readsNoMore(kind.seed.type).some((name) => children[name]);
  return [...new Set(gone.flatMap((name) => LOST[name] ?? []))].concat(
    data ? ['Data that it reads or writes'] : [],
  );
}
