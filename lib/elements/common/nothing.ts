import { z } from 'zod';
import type { BpmnBinding } from '../define';

/** The view of elements whose only fields are the common ones. */
export const nothingSchema = z.object({});
export const nothing: BpmnBinding<Record<string, never>> = { read: () => ({}), write: () => ({}) };
