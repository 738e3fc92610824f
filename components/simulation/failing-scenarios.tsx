'use client';

import type { DesignerApi } from '@/components/designer/api';
import { Banner } from '@/components/ui/banner';
import { useScenarios } from './use-scenarios';

/** Before publishing: scenarios that don't pass. They warn; only errors of the model block. */
export function FailingScenarios({ api }: { api: DesignerApi }) {
  const { run, failed } = useScenarios(api);
  if (failed) return <Banner tone="warning">The scenarios could not be loaded, so none was run.</Banner>;
  const failing = (run ?? []).flatMap(({ scenarioId, content, result }) =>
    result.ok ? [] : [{ scenarioId, name: content.scenario, message: result.difference.message }],
  );
  if (failing.length === 0)
    return run && run.length > 0 ? (
      <p className="text-muted" data-testid="scenarios-pass">
        {run.length === 1 ? 'The scenario passes.' : `All ${run.length} scenarios pass.`}
      </p>
    ) : null;
  return (
    <Banner
      tone="warning"
      title={failing.length === 1 ? 'One scenario fails' : `${failing.length} scenarios fail`}
    >
      <ul>
        {failing.slice(0, 5).map(({ scenarioId, name, message }) => (
          <li key={scenarioId}>
            {name}: {message}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
