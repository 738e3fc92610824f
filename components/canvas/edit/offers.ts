import { get, type ProcessDocument } from '@/lib/document';
import {
  canAppendAny,
  canMorph,
  familyOf,
  isEvent,
  isRefused,
  KINDS,
  lossesOf,
  type Placeable,
  type Refusal,
  traitsOf,
  traitsOfSeed,
} from '@/lib/editing';
import { kindOf } from '@/lib/elements/catalogue';
import type { Picker } from './gesture-store';

/** A kind in the list of what can be put somewhere. */
export interface Offer {
  kind: Placeable;
  /** What changing into it loses. */
  losses: string[];
  /** Why it can't be chosen here; it is listed only when somebody looks for it. */
  refused?: string;
}

/**
 * Every kind that makes sense where the picker is open, primary kinds first. Kinds that the rules refuse are there
 * with the reason.
 */
export function offersOf(document: ProcessDocument, picker: Pick<Picker, 'mode' | 'source'>): Offer[] {
  const source = picker.source && get(document, picker.source) ? picker.source : null;
  return KINDS.filter((kind) => isMeant(document, picker.mode, source, kind))
    .toSorted((a, b) => Number(b.primary) - Number(a.primary) || Number(b.executable) - Number(a.executable))
    .map((kind) => {
      const rule = ruleOf(document, picker.mode, source, kind);
      if (rule && isRefused(rule)) return { kind, losses: [], refused: rule.refused };
      return { kind, losses: picker.mode === 'morph' && source ? lossesOf(document, source, kind) : [] };
    });
}

/** Whether a kind belongs in the list at all; whether it is allowed is another question. */
function isMeant(
  document: ProcessDocument,
  mode: Picker['mode'],
  source: string | null,
  kind: Placeable,
): boolean {
  if (mode === 'arm') return true;
  // What is created in the middle of nowhere has no border to sit on.
  if (mode === 'create') return kind.group !== 'boundary';
  if (mode === 'append') return source !== null || kind.group !== 'boundary';
  const family = familyOf(get(document, source ?? '')?.type ?? '');
  if (kind.id.endsWith('.closed') || family === 'other' || familyOf(kind.seed.type) !== family) return false;
  return source === null || !isSame(document, source, kind);
}

/** Whether an element is of that kind already: there is nothing to change. */
function isSame(document: ProcessDocument, id: string, kind: Placeable): boolean {
  const [own, next] = [traitsOf(document, id), traitsOfSeed(kind.seed)];
  if (!own || !isEvent(own.type)) return kind.id === kindOf(document, id);
  const stops = (attrs: Record<string, unknown> | undefined) =>
    attrs?.cancelActivity !== false && attrs?.isInterrupting !== false;
  return (
    own.type === next.type &&
    own.triggers.join() === next.triggers.join() &&
    stops(get(document, id)?.attrs) === stops(kind.seed.attrs)
  );
}

function ruleOf(
  document: ProcessDocument,
  mode: Picker['mode'],
  source: string | null,
  kind: Placeable,
): { allowed: true } | Refusal | undefined {
  if (!source) return undefined;
  if (mode === 'morph') return canMorph(document, source, kind);
  return mode === 'append' ? canAppendAny(document, source, kind) : undefined;
}

/** The same order, with what is refused behind what is allowed. */
export const allowedFirst = (offers: readonly Offer[]): Offer[] =>
  offers.toSorted((a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined));
