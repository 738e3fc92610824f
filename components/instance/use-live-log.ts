'use client';

import { useEffect, useReducer, useRef, useState } from 'react';
import { append, EMPTY_LOG, type InstanceLog, type SentEvent } from './model/log';

/** `live` follows as it happens, `connecting` is not connected just now, `ended` will not change any more. */
export type Connection = 'live' | 'connecting' | 'ended';

/** Events that arrive within this time are drawn together, in milliseconds. */
const TOGETHER_MS = 16;
const AGAIN_MS = 2_000;

const reduce = (log: InstanceLog, sent: readonly SentEvent[]): InstanceLog => append(log, sent) ?? log;

/**
 * The log of an instance, kept up to date by its event stream. The browser reconnects by itself from the last event
 * it got; where it gives up, or an event is missing, a new stream starts behind the last event we know.
 */
export function useLiveLog(instanceId: string, initial: readonly SentEvent[]) {
  const [log, add] = useReducer(reduce, initial, (events) => append(EMPTY_LOG, events) ?? EMPTY_LOG);
  const [connection, setConnection] = useState<Connection>('connecting');
  const seq = useRef(log.tip.seq);
  seq.current = log.tip.seq;
  const ended = log.tip.state !== null && log.tip.state.status !== 'running';

  useEffect(() => {
    if (ended) return setConnection('ended');
    return follow(instanceId, () => seq.current, add, setConnection);
  }, [instanceId, ended]);
  return { log, connection };
}

function follow(
  instanceId: string,
  lastSeq: () => number,
  add: (events: SentEvent[]) => void,
  tell: (connection: Connection) => void,
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let waiting: SentEvent[] = [];
  const flush = () => {
    timer = undefined;
    const events = waiting;
    waiting = [];
    add(events);
  };
  const restart = () => {
    source?.close();
    tell('connecting');
    clearTimeout(again);
    again = setTimeout(open, AGAIN_MS);
  };
  const open = () => {
    source = new EventSource(`/api/v1/instances/${encodeURIComponent(instanceId)}/stream?after=${lastSeq()}`);
    source.onopen = () => tell('live');
    source.onerror = () => (source?.readyState === EventSource.CLOSED ? restart() : tell('connecting'));
    source.onmessage = ({ data }) => {
      const event = JSON.parse(data) as SentEvent;
      const expected = (waiting.at(-1)?.seq ?? lastSeq()) + 1;
      if (event.seq > expected) return restart();
      waiting.push(event);
      timer ??= setTimeout(flush, TOGETHER_MS);
    };
  };
  open();
  return () => {
    source?.close();
    clearTimeout(timer);
    clearTimeout(again);
  };
}
