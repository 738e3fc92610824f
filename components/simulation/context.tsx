'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ProcessDocument } from '@/lib/document';
import type { Session } from '@/lib/simulation';
import type { SimulationState, SimulationStore } from './simulation-store';

export const SimulationContext = createContext<SimulationStore | null>(null);

export function useSimulationStore(): SimulationStore {
  const store = useContext(SimulationContext);
  if (!store) throw new Error('no simulation around this component');
  return store;
}

export const useSimulation = <T,>(pick: (state: SimulationState) => T): T =>
  useStore(useSimulationStore(), pick);

/** What a card that answers a wait works with. */
export interface CardProps {
  session: Session;
  document: ProcessDocument;
}
