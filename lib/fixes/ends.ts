import { shapeOf } from '@/lib/document';
import { append, kindById } from '@/lib/editing';
import { type Fixer, fix } from './fix';

/** What is meant to end here says so. */
export const addEnd: Fixer = ({ document, element }) =>
  shapeOf(document, element.id)
    ? [fix('Add an end event', () => append(document, element.id, kindById('end-event')))]
    : [];
