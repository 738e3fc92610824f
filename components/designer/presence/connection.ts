import { createStore } from 'zustand/vanilla';
import type { Participant, PresenceEvents, Saved } from '@/lib/presence/types';
import type { Company, PresenceState, Spoken } from '../store/company';
import type { EditorStore } from '../store/editor-store';
import { leadsBack } from './following';
import { openLine, type Stream } from './line';
import { createSigns, type Sign } from './signs';

export interface PresenceOptions {
  editor: EditorStore;
  open: () => Stream;
  /** Tells the server; failing is no matter, the next one follows. */
  tell: (sign: Sign) => Promise<unknown>;
  onSaved: (saved: Saved) => void;
}

export interface PresenceConnection extends Company {
  stop(): void;
}

const ALONE: PresenceState = { self: null, people: [], places: new Map(), following: null };

/**
 * This window among the others on the draft. It tells what is selected and pointed at only while somebody is there to
 * see it, what it sees only while somebody follows, and gives a sign of life only when it is asked for one.
 */
export function connectPresence({ editor, open, tell, onSaved }: PresenceOptions): PresenceConnection {
  const state = createStore<PresenceState>(() => ALONE);
  const hearers = new Set<(spoken: Spoken) => void>();
  const speak = (spoken: Spoken) => {
    for (const hear of hearers) hear(spoken);
  };
  const signs = createSigns(editor, state, tell);

  const meet = (people: readonly Participant[]) => {
    const { self, following: before } = state.getState();
    const there = people.some(({ id }) => id === before);
    const following = before && there && !leadsBack(people, self, before) ? before : null;
    const places = new Map(people.flatMap(({ id, place }) => (place ? [[id, place]] : [])));
    state.setState({ people, places, following });
    signs.giveIfNew();
  };
  const move = (moves: PresenceEvents['moves']['moves']) => {
    const places = new Map(state.getState().places);
    for (const { id, place } of moves) {
      if (place) places.set(id, place);
      else places.delete(id);
    }
    state.setState({ places });
  };

  const events: { [Name in keyof PresenceEvents]: (data: PresenceEvents[Name]) => void } = {
    hello: ({ id, saved }) => {
      signs.begin(id);
      state.setState({ self: id });
      onSaved(saved);
      // What was said while there was no connection, nobody told.
      speak('missed');
    },
    people: ({ people }) => meet(people),
    moves: ({ moves }) => move(moves),
    saved: onSaved,
    conversations: ({ threads }) => speak(threads),
    missed: () => speak('missed'),
    ask: signs.give,
  };
  const unfollow = editor.subscribe((next, before) => {
    if (next.selection !== before.selection) signs.giveIfNew();
  });
  // Until there is a line again nobody is known to be here.
  const line = openLine({ open, events, lost: () => state.setState(ALONE) });
  return {
    state,
    stand: signs.stand,
    follow(id) {
      const { people, self } = state.getState();
      if (id && leadsBack(people, self, id)) return false;
      state.setState({ following: id });
      signs.giveIfNew();
      return true;
    },
    hear(listen) {
      hearers.add(listen);
      return () => hearers.delete(listen);
    },
    stop() {
      unfollow();
      signs.stop();
      line.stop();
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
