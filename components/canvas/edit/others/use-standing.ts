import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { Company } from '@/components/designer/store/company';
import { useEditorStore } from '@/components/designer/store/context';
import { tellStanding } from './standing';

/** Tells the others where this window is, as long as there is a canvas. */
export function useStanding(company: Company): void {
  const editor = useEditorStore();
  const canvas = useStoreApi();
  const { screenToFlowPosition: toDiagram } = useReactFlow();
  useEffect(() => {
    const element = canvas.getState().domNode;
    return element ? tellStanding({ company, editor, canvas, element, toDiagram }) : undefined;
  }, [company, editor, canvas, toDiagram]);
}
