'use client';

import { CircleCheck, CircleX, Download, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DesignerApi } from '@/components/designer/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import type { Scenario, Session } from '@/lib/simulation';
import { type RunScenario, useScenarios } from './use-scenarios';

interface ScenarioListProps {
  api: DesignerApi;
  onReplay: (session: Session) => void;
}

/** The tests of the draft, run again after each change. */
export function ScenarioList({ api, onReplay }: ScenarioListProps) {
  const { run, failed, load } = useScenarios(api);
  if (failed)
    return (
      <p className="flex items-center gap-3 border-t border-line px-4 py-2.5">
        The scenarios could not be loaded.
        <Button size="sm" onClick={() => void load()}>
          Try again
        </Button>
      </p>
    );
  if (!run) return <p className="border-t border-line px-4 py-2.5 text-muted">The scenarios are loading…</p>;
  if (run.length === 0)
    return (
      <p className="border-t border-line px-4 py-2.5 text-muted">
        No scenarios yet. Simulate the draft, and save a path as a scenario: it runs again after every change.
      </p>
    );
  const passed = run.filter(({ result }) => result.ok).length;
  return (
    <>
      <p className="border-t border-line px-4 py-1.5 text-xs text-muted" role="status">
        {passed} of {run.length} pass
      </p>
      <ul className="max-h-40 overflow-y-auto border-t border-line">
        {run.map((each) => (
          <Row key={each.scenarioId} each={each} api={api} onReplay={onReplay} onChanged={load} />
        ))}
      </ul>
    </>
  );
}

interface RowProps extends ScenarioListProps {
  each: RunScenario;
  onChanged: () => Promise<void>;
}

function Row({ each, api, onReplay, onChanged }: RowProps) {
  const { scenarioId, content, result } = each;
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    try {
      await api.deleteScenario(scenarioId);
      await onChanged();
    } catch {
      toast.error('The scenario could not be deleted. Try again.');
    }
  };
  const { session } = result;
  return (
    <li
      className="grid min-h-10 grid-cols-[18px_1fr_auto] items-center gap-2.5 border-b border-line px-4 py-1.5 last:border-b-0"
      data-scenario={scenarioId}
      data-result={result.ok ? 'passed' : 'failed'}
    >
      {result.ok ? (
        <CircleCheck size={15} className="text-done" aria-label="Passes" />
      ) : (
        <CircleX size={15} className="text-incident" aria-label="Fails" />
      )}
      <span className="min-w-0">
        {content.scenario}
        {!result.ok && <span className="block text-xs text-muted">{result.difference.message}</span>}
      </span>
      <span className="flex gap-1">
        {session && (
          <IconButton
            size="sm"
            label={`Show what “${content.scenario}” does`}
            icon={<Play size={14} />}
            onClick={() => onReplay(session)}
          />
        )}
        <IconButton
          size="sm"
          label={`Download “${content.scenario}” as text`}
          icon={<Download size={14} />}
          onClick={() => void download(scenarioId, content)}
        />
        <IconButton
          size="sm"
          label={`Delete “${content.scenario}”`}
          icon={<Trash2 size={14} />}
          onClick={() => setAsking(true)}
        />
      </span>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete the scenario “${content.scenario}”?`}
        description="It no longer runs before publishing. This can’t be undone."
        confirm="Delete"
        danger
        onConfirm={() => void remove()}
      />
    </li>
  );
}

/** The form for files is loaded when somebody wants one. */
async function download(id: string, scenario: Scenario): Promise<void> {
  const { SCENARIO_ENDING, scenarioText } = await import('@/lib/simulation/text');
  const url = URL.createObjectURL(new Blob([scenarioText(scenario)], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${id}${SCENARIO_ENDING}`;
  link.click();
  URL.revokeObjectURL(url);
}
