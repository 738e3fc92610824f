import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SymbolSpec } from '@/components/bpmn/types';
import type { ElementId, Point } from '@/lib/document';
import type { DropTarget, Guide, Space } from '@/lib/editing';

/** A step that doesn't exist yet: where it would stand and how it would be connected. */
export interface Ghost {
  spec: SymbolSpec;
  at: Point;
  line?: readonly Point[];
}

/** What can be chosen at a point of the canvas. */
export interface Picker {
  /** `arm` chooses what the next click places. */
  mode: 'append' | 'create' | 'morph' | 'arm';
  /** Where it goes, in diagram pixels; null finds a free place. */
  at: Point | null;
  /** In pixels of the canvas element. */
  screen: Point;
  source: ElementId | null;
}

/** What happens on the canvas between press and release; never part of the history. */
export interface GestureState {
  /** A connection being drawn; `keyboard` while candidates are cycled with keys. */
  connecting: {
    source: ElementId;
    target: ElementId | null;
    refused: string | null;
    line: readonly Point[];
    keyboard: boolean;
  } | null;
  ghost: Ghost | null;
  target: DropTarget | null;
  guides: readonly Guide[];
  picker: Picker | null;
  dragging: boolean;
  /** The element under the pointer of a drag. */
  grabbed: ElementId | null;
  /** Space being made or removed. */
  space: Space | null;
  /** Why what is under the pointer can't be done, and where it is said, in pixels of the canvas element. */
  refusal: { text: string; at: Point } | null;
}

export type GestureStore = StoreApi<GestureState>;

export const createGestureStore = (): GestureStore =>
  createStore<GestureState>()(() => ({
    connecting: null,
    ghost: null,
    target: null,
    guides: [],
    picker: null,
    dragging: false,
    grabbed: null,
    space: null,
    refusal: null,
  }));

export const GestureContext = createContext<GestureStore | null>(null);

/** The gestures of the canvas around, for event handlers. */
export function useGestureStore(): GestureStore {
  const store = useContext(GestureContext);
  if (!store) throw new Error('No canvas around this component');
  return store;
}

/** A part of the gesture state; the component follows it. */
export function useGesture<T>(select: (state: GestureState) => T): T {
  return useStore(useGestureStore(), select);
}
