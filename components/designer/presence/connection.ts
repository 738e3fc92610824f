import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  MAX_ID,
  MAX_SELECTED,
  type Participant,
  type PresenceEvents,
  type Saved,
} from '@/lib/presence/types';
import type { EditorStore } from '../store/editor-store';

/** Shortest time between two tellings of what is selected, in milliseconds. */
export const TELL_MS = 250;
/** How long a hidden page stays here: browsers hold few connections to one server. In milliseconds. */
export const HIDDEN_MS = 60_000;

export interface PresenceState {
  /** This window, while it is connected. */
  self: string | null;
  /** Everybody with the draft open, this window included. */
  people: readonly Participant[];
}

/** The part of `EventSource` that is needed. */
export interface Stream {
  addEventListener(event: string, listen: (message: { data: string }) => void): void;
  close(): void;
}

export interface PresenceOptions {
  editor: EditorStore;
  open: () => Stream;
  /** Tells the server; failing is no matter, the next one follows. */
  tell: (sign: { id: string; selection: readonly string[] }) => Promise<unknown>;
  onSaved: (saved: Saved) => void;
}

export interface PresenceConnection {
  state: StoreApi<PresenceState>;
  stop(): void;
}

/**
 * This window among the others on the draft. It tells what is selected only while somebody is there to see it, and
 * gives a sign of life only when it is asked for one.
 */
export function connectPresence({ editor, open, tell, onSaved }: PresenceOptions): PresenceConnection {
  const state = createStore<PresenceState>(() => ({ self: null, people: [] }));
  let stream: Stream | null = null;
  let told: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hidden: ReturnType<typeof setTimeout> | undefined;

  const selected = () =>
    editor
      .getState()
      .selection.filter((id) => id.length <= MAX_ID)
      .slice(0, MAX_SELECTED);
  const sign = () => {
    const { self } = state.getState();
    if (!self) return;
    told = selected();
    tell({ id: self, selection: told }).catch(() => undefined);
  };
  const tellIfNew = () => {
    const news = selected();
    const same = news.length === told.length && news.every((id, i) => id === told[i]);
    if (same || timer !== undefined || state.getState().people.length < 2) return;
    sign();
    timer = setTimeout(() => {
      timer = undefined;
      tellIfNew();
    }, TELL_MS);
  };

  const listen = <Name extends keyof PresenceEvents>(
    to: Stream,
    name: Name,
    take: (data: PresenceEvents[Name]) => void,
  ) =>
    to.addEventListener(name, ({ data }) => {
      if (to === stream) take(JSON.parse(data) as PresenceEvents[Name]);
    });
  const connect = () => {
    if (stream) return;
    const opened = open();
    stream = opened;
    listen(opened, 'hello', ({ id, saved }) => {
      told = [];
      state.setState({ self: id });
      onSaved(saved);
    });
    listen(opened, 'people', ({ people }) => {
      state.setState({ people });
      tellIfNew();
    });
    listen(opened, 'saved', onSaved);
    listen(opened, 'ask', sign);
    // The browser connects again by itself, unless it was refused; until then nobody is known to be here.
    opened.addEventListener('error', () => opened === stream && state.setState({ self: null, people: [] }));
  };
  const disconnect = () => {
    stream?.close();
    stream = null;
    state.setState({ self: null, people: [] });
  };
  const onVisibility = () => {
    clearTimeout(hidden);
    if (document.visibilityState === 'visible') connect();
    else hidden = setTimeout(disconnect, HIDDEN_MS);
  };

  const unfollow = editor.subscribe((next, before) => {
    if (next.selection !== before.selection) tellIfNew();
  });
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
  return {
    state,
    stop() {
      unfollow();
      document.removeEventListener('visibilitychange', onVisibility);
      clearTimeout(timer);
      clearTimeout(hidden);
      disconnect();
    },
  };
}

/** The connection over the public API. */
export function presenceOverHttp(processId: string): Pick<PresenceOptions, 'open' | 'tell'> {
  const url = `/api/v1/processes/${encodeURIComponent(processId)}/presence`;
  return {
    open: () => new EventSource(url),
    tell: (sign) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sign),
        keepalive: true,
      }),
  };
}
