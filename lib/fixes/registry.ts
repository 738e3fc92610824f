import type { Problem } from '@/engine/compile/problem';
import { get, type ProcessDocument } from '@/lib/document';
import { addOutputField, askOnce, limitIsIncident } from './ai-call';
import { addOutcomes, noSuggestion } from './approval';
import { deleteForbidden, deleteLine } from './arrows';
import { withoutCondition } from './conditions';
import { makeDefault, ownDefault } from './default-path';
import { deleteAlone, deleteEvent, removeGateway } from './elements';
import { addEnd } from './ends';
import type { Fix, Fixer } from './fix';
import {
  firstEvent,
  markExecutable,
  markForCompensation,
  once,
  oneToken,
  onlyDecide,
  onlyWait,
} from './marks';
import { addStart } from './starts';
import { askNewest, callNewest } from './versions';

/** The plain ways to mend problems, by their code. */
export const FIXERS: Readonly<Record<string, readonly Fixer[]>> = {
  'ad-hoc-content': [deleteEvent],
  'ai-budget': [limitIsIncident],
  'ai-fallback': [askOnce],
  'ai-schema': [addOutputField],
  'approval-ai-source': [noSuggestion],
  'approval-outcomes': [addOutcomes],
  'boundary-leads-on': [addEnd, deleteEvent],
  'called-version': [callNewest],
  'compensation-handler': [markForCompensation],
  'dangling-flow': [deleteLine],
  'dead-end': [addEnd],
  'decision-version': [askNewest],
  'default-flow': [ownDefault],
  disconnected: [deleteAlone],
  'duplicate-flow': [deleteLine],
  'event-gateway': [withoutCondition, onlyDecide],
  'executable-process': [markExecutable],
  'flow-ends': [deleteForbidden],
  'gateway-conditions': [makeDefault],
  'instantiates-process': [onlyWait],
  'instantiating-receive': [onlyWait],
  'lone-condition': [withoutCondition],
  'message-flow-ends': [deleteLine],
  'multi-instance-size': [once],
  'parallel-event-gateway': [firstEvent],
  'start-event': [addStart],
  'superfluous-gateway': [removeGateway],
  'token-quantity': [oneToken],
};

/** The ways to mend a problem that need no decision of a person; none when its element is gone. */
export function fixesOf(document: ProcessDocument, problem: Problem): readonly Fix[] {
  const element = get(document, problem.elementId);
  const fixers = Object.hasOwn(FIXERS, problem.code) ? FIXERS[problem.code] : undefined;
  return element ? (fixers ?? []).flatMap((fixer) => fixer({ document, problem, element })) : [];
}
