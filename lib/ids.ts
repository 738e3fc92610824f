import { createHash } from 'node:crypto';
import { ulid } from 'ulid';

/** A new opaque id, ordered by time so that indexes grow at one end. */
export const newId = (): string => ulid().toLowerCase();

/** The id that follows from a command: repeating the command finds what it made before. */
export const idFrom = (commandId: string, what: string): string =>
  createHash('sha256').update(`${what}\0${commandId}`).digest('hex').slice(0, 26);
