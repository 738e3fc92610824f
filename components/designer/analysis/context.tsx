'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { Analysis } from '@/lib/analysis/analysis';
import { browserParts } from './parts';

const Context = createContext<Analysis | null>(null);

/** Gives the analysis of the draft to everything below, and ends its worker with it. */
export function AnalysisProvider({ children }: { children: ReactNode }) {
  const [analysis] = useState(() => new Analysis(browserParts));
  useEffect(() => () => analysis.stop(), [analysis]);
  return <Context.Provider value={analysis}>{children}</Context.Provider>;
}

export function useAnalysis(): Analysis {
  const analysis = useContext(Context);
  if (!analysis) throw new Error('No AnalysisProvider above this component');
  return analysis;
}
