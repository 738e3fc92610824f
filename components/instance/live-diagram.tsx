'use client';

import { useMemo } from 'react';
import { Callout } from '@/components/bpmn/callout';
import { DiagramCanvas } from '@/components/canvas/diagram-canvas';
import { diagramView, type ProcessDocument } from '@/lib/document';
import { ConfidenceNote } from './confidence-note';
import { timerWords, waitWords } from './model/words';
import type { InstanceModel } from './use-instance';
import { useNow } from './use-now';

interface LiveDiagramProps {
  document: ProcessDocument;
  model: InstanceModel;
  selected: string | null;
  onSelect: (elementId: string | null) => void;
  now: number;
}

/** The version's drawing with what the instance does on it. */
export function LiveDiagram({ document, model, selected, onSelect, now }: LiveDiagramProps) {
  const view = useMemo(() => diagramView(document), [document]);
  const measured = new Map(model.calls.map((call) => [call.elementId, call]));
  const note = useNote(model, now);
  const target = note && view.nodes.find((node) => node.id === note.elementId);
  return (
    <DiagramCanvas
      view={view}
      states={model.looks}
      taken={model.taken}
      selected={selected}
      onSelect={onSelect}
      label={`Diagram: ${model.shown.words}`}
      overlay={
        <>
          {[...measured.values()].map((call) => {
            const node = view.nodes.find((one) => one.id === call.elementId);
            return node && <ConfidenceNote key={node.id} node={node} call={call} />;
          })}
          {target && <Callout node={target} text={note.text} />}
        </>
      }
    />
  );
}

/** Why it waits, beside the step that waits: a person before a time. */
function useNote({ tasks, moment, past, log }: InstanceModel, start: number) {
  const current = useNow(start, !past && tasks.length > 0);
  const task = tasks[0];
  const shownAt = past ? Date.parse(log.entries[moment.seq - 1]?.at ?? '') : current;
  if (task) return { elementId: task.elementId, text: waitWords(task, shownAt) };
  const timer = Object.values(moment.state?.activations ?? {}).find(
    (one) => one.wait?.kind === 'timer' && one.attachedTo === undefined,
  );
  if (timer?.wait?.kind !== 'timer') return undefined;
  return { elementId: timer.elementId, text: timerWords(timer.wait.dueAt) };
}
