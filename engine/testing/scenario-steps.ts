import type { JsonObject } from '../core/json';
import { ANNA, ENGINE, type Sent } from './scenario';

/** Steps of scenarios about what comes from outside: messages, signals, calls, changed variables. */

/** The message or signal comes that the newest activation of an element waits for. */
export const receive =
  (elementId: string, variables: JsonObject = {}): Sent =>
  (player) => {
    const key = player.key(elementId);
    const wait = player.current.activations[key]?.wait;
    if (wait?.kind !== 'message' && wait?.kind !== 'signal')
      throw new Error(`${elementId} waits for nothing`);
    const { name } = wait;
    return player.send(
      wait.kind === 'message'
        ? { type: 'receive-message', key, messageId: `m${key}`, name, variables }
        : { type: 'receive-signal', key, name, variables },
    );
  };

/** An instance begins at an element by one of its triggers. */
export const begin =
  (
    startElementId: string,
    trigger: { index: number; message?: { messageId: string; name: string }; signal?: string } = { index: 0 },
    variables: JsonObject = {},
  ): Sent =>
  (player) =>
    player.send(
      { type: 'start', instanceId: 'i1', variables, businessKey: null, startElementId, trigger },
      ENGINE,
    );

/** The instance that an element called completed. */
export const returned =
  (elementId: string, variables: JsonObject = {}): Sent =>
  (player) =>
    player.send({ type: 'return-call', key: player.key(elementId), variables });

/** The instance that an element called failed, with an error's code or without. */
export const failed =
  (elementId: string, errorCode: string | null, message = 'no luck'): Sent =>
  (player) =>
    player.send({ type: 'fail-call', key: player.key(elementId), errorCode, message });

/** The instance that an element called escalates. */
export const escalated =
  (elementId: string, code: string): Sent =>
  (player) =>
    player.send({ type: 'receive-escalation', key: player.key(elementId), code });

/** Somebody changes variables of the instance. */
export const change =
  (variables: JsonObject): Sent =>
  (player) =>
    player.send({ type: 'set-variables', variables, reason: 'changed' }, ANNA);

/** Somebody chooses activities of an ad-hoc sub-process. */
export const choose =
  (elementId: string, ...elementIds: string[]): Sent =>
  (player) =>
    player.send({ type: 'activate-elements', key: player.key(elementId), elementIds }, ANNA);
