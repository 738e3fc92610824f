import 'server-only';
import { z } from 'zod';
import { get, nameOf, type ProcessDocument } from '@/lib/document';
import { kindSpecOf } from '@/lib/elements/catalogue';
import { invalid } from '@/lib/errors/app-error';
import { point } from './schemas';

/** Where a conversation is pinned; exactly one of both, which `checkPlace` checks. */
export const placeFields = {
  /** The element it is about; an element that isn't in the draft yet may be named. */
  elementId: z.string().min(1).max(200).optional(),
  point: point.optional(),
};

/** The columns of a place. */
export interface PlaceColumns {
  elementId: string | null;
  elementName: string | null;
  planeId: string | null;
  x: number | null;
  y: number | null;
}

/** @throws AppError 422 `one-place` unless exactly one of both is named */
export function checkPlace(input: { elementId?: string | undefined; point?: object | undefined }): void {
  if ((input.elementId === undefined) === (input.point === undefined))
    throw invalid({
      code: 'one-place',
      userMessage: 'Name the element that the comment is about, or the point of the drawing, and not both.',
      errors: [{ path: 'elementId', message: 'Exactly one of elementId and point.' }],
    });
}

/** A place as it is stored, with what the draft calls the element now. */
export function placeColumns(
  document: ProcessDocument,
  input: { elementId?: string | undefined; point?: z.output<typeof point> | undefined },
): PlaceColumns {
  const { elementId = null, point: at } = input;
  return {
    elementId,
    elementName: elementId === null ? null : wordsFor(document, elementId),
    planeId: at?.planeId ?? null,
    x: at?.x ?? null,
    y: at?.y ?? null,
  };
}

/** What an element is called; null while the stored draft doesn't have it. */
function wordsFor(document: ProcessDocument, elementId: string): string | null {
  const element = get(document, elementId);
  return element ? nameOf(element) || kindSpecOf(document, elementId).label : null;
}
