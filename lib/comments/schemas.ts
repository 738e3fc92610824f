import { z } from 'zod';
import { FARTHEST, MAX_TEXT } from './limits';

/** What somebody writes. */
export const text = z
  .string()
  .trim()
  .min(1, 'Write something first.')
  .max(
    MAX_TEXT,
    `A comment has at most ${MAX_TEXT.toLocaleString('en')} characters. Say the rest in a reply.`,
  );

const coordinate = z.number().min(-FARTHEST).max(FARTHEST);

/** A place of the drawing, in diagram units: where a sticky note lies. */
export const point = z.strictObject({
  /** The plane: the diagram's own, or the sub-process whose inside it is. */
  planeId: z.string().min(1).max(200),
  x: coordinate,
  y: coordinate,
});
