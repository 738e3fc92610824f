import { createStore } from 'zustand/vanilla';
import type { Company, PresenceState, Spoken } from '@/components/designer/store/company';
import type { Place } from '@/lib/presence/types';
import type { CanvasState } from '../canvas-port';

/** A canvas without a page. */
export function fakeCanvas(width = 1000, height = 500) {
  const store = createStore<CanvasState>(() => ({ transform: [0, 0, 1], width, height }));
  return {
    ...store,
    setViewport: ({ x, y, zoom }: { x: number; y: number; zoom: number }) =>
      store.setState({ transform: [x, y, zoom] }),
  };
}

/** Company without a connection: whom it follows, and what it was told of this window. */
export function fakeCompany() {
  const state = createStore<PresenceState>(() => ({
    self: 'me/1',
    people: [],
    places: new Map(),
    following: null,
  }));
  const stood: (Place | undefined)[] = [];
  const hearers = new Set<(spoken: Spoken) => void>();
  const company: Company = {
    state,
    stand: (place) => void stood.push(place),
    follow: (following) => {
      state.setState({ following });
      return true;
    },
    hear: (listen) => {
      hearers.add(listen);
      return () => hearers.delete(listen);
    },
  };
  const tell = (id: string, place: Place) =>
    state.setState({ places: new Map(state.getState().places).set(id, place) });
  const speak = (spoken: Spoken) => {
    for (const hear of hearers) hear(spoken);
  };
  return { company, stood, tell, speak, following: () => state.getState().following };
}
