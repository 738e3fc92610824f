import 'server-only';
import { z } from 'zod';
import { throttle } from '@/lib/auth/throttle';
import { conversationsNow } from '@/lib/comments/now';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import type { StreamMessage } from '@/lib/http/event-stream';
import { newId } from '@/lib/ids';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import type { HubEvent, PresenceEvent } from './hub';
import { MAX_ID, MAX_SELECTED, type Participant, type Saved } from './types';

/** Whoever may see a draft may see who else does. Nothing is stored, so nothing is recorded. */
const read = { policy: { permission: 'models.see' }, mutates: false } as const;

async function modelIdOf(processId: string): Promise<string> {
  const process = await db().process.findUnique({ where: { id: processId }, select: { modelId: true } });
  if (!process) throw notFound('The process');
  return process.modelId;
}

/** Windows of other people can't be named: a window's name begins with whose it is. */
const windowName = (personId: string, window: string): string => `${personId}/${window}`;

/**
 * A window that opened a draft: everybody else's coming, going, selecting and saving, until it closes. One that asks for
 * `conversations` only hears what is said about the draft: it isn't among those who are there.
 */
export const followPresence = defineUseCase(
  {
    name: 'processes.follow-presence',
    schema: z.strictObject({ processId: id, only: z.literal('conversations').optional() }),
    ...read,
  },
  async (context, input): Promise<(signal: AbortSignal) => AsyncIterable<StreamMessage>> => {
    const modelId = await modelIdOf(input.processId);
    const { id: personId, name } = context.principal;
    return (signal) => {
      if (input.only) return numbered(spoken(modelId, personId, signal));
      const who = { id: windowName(personId, newId()), personId, name, selection: [] };
      return numbered(events(modelId, who, signal));
    };
  },
);

/** Far outside of every drawing, in px. */
const FAR = 1_000_000;
const distance = z.number().min(-FAR).max(FAR);
const size = z.number().positive().max(FAR);

/**
 * A sign of life of a window, with what is selected there and where it is in the drawing. Answers nothing: the streams
 * tell.
 * @throws AppError 429 for more signs than ten windows give
 */
export const showPresence = defineUseCase(
  {
    name: 'processes.show-presence',
    schema: z.strictObject({
      processId: id,
      /** The id that the stream's `hello` gave. */
      id: z.string().min(1).max(200),
      selection: z.array(z.string().min(1).max(MAX_ID)).max(MAX_SELECTED).default([]),
      place: z
        .strictObject({
          plane: z.string().min(1).max(MAX_ID),
          pointer: z.strictObject({ x: distance, y: distance }).optional(),
          view: z.strictObject({ x: distance, y: distance, width: size, height: size }).optional(),
        })
        .optional(),
      /** The window whose view this one follows. */
      follows: z.string().min(1).max(MAX_ID).optional(),
    }),
    ...read,
  },
  async (context, input): Promise<Record<string, never>> => {
    const { id: personId, name } = context.principal;
    await throttle('presence', personId);
    const modelId = await modelIdOf(input.processId);
    if (!input.id.startsWith(windowName(personId, ''))) throw notFound('The window');
    const { processId: _process, ...sign } = input;
    const who: Participant = { ...sign, personId, name };
    getRuntime().presence.hub.tell({ kind: 'here', modelId, who });
    return {};
  },
);

async function* events(
  modelId: string,
  who: Participant,
  signal: AbortSignal,
): AsyncGenerator<PresenceEvent> {
  const following = getRuntime().presence.hub.follow(modelId, who, signal);
  try {
    // Following first: what is saved after the revision was read is told.
    const { value: first } = await following.next();
    yield { event: 'hello', data: { id: who.id, saved: await lastSaved(modelId) } };
    if (first) yield await told(modelId, who, first);
    for await (const event of following) yield await told(modelId, who, event);
  } finally {
    await following.return(undefined);
  }
}

async function* spoken(
  modelId: string,
  personId: string,
  signal: AbortSignal,
): AsyncGenerator<PresenceEvent> {
  for await (const event of getRuntime().presence.hub.hear(modelId, signal))
    yield await told(modelId, { personId }, event);
}

/** What the hub tells, with what was said. */
async function told(
  modelId: string,
  who: Pick<Participant, 'personId'>,
  { event, data }: HubEvent,
): Promise<PresenceEvent> {
  if (event !== 'commented') return { event, data } as PresenceEvent;
  const threads = await conversationsNow(modelId, data.threadIds, who.personId);
  return { event: 'conversations', data: { threads } };
}

async function lastSaved(modelId: string): Promise<Saved> {
  const { draftRevision, updatedBy } = await db().model.findUniqueOrThrow({
    where: { id: modelId },
    select: { draftRevision: true, updatedBy: true },
  });
  const person = await db().person.findUnique({ where: { id: updatedBy }, select: { name: true } });
  return { revision: draftRevision, by: { id: updatedBy, name: person?.name ?? updatedBy } };
}

async function* numbered(source: AsyncIterable<PresenceEvent>): AsyncGenerator<StreamMessage> {
  let count = 0;
  for await (const { event, data } of source) {
    count += 1;
    yield { id: String(count), event, data };
  }
}
