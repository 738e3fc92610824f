import { useEffect, useState } from 'react';
import { formatUtc } from '@/components/ui/format-time';
import type { JsonObject } from '@/engine/core/json';
import { useDesignerApi } from '../use-designer-api';

/** Values to try a step with. */
export interface SampleChoice {
  value: string;
  label: string;
  variables: JsonObject;
}

/** Real inputs of the step, the newest first, then the starts of saved test cases; none until they are known. */
export function useChoices(elementId: string): readonly SampleChoice[] {
  const api = useDesignerApi();
  const [choices, setChoices] = useState<readonly SampleChoice[]>([]);
  useEffect(() => {
    if (!api) return;
    let current = true;
    // without them a sample can still be typed
    const none = () => [];
    const real = api.stepSamples(elementId).catch(none);
    const cases = api.scenarios().catch(none);
    void Promise.all([real, cases]).then(([samples, scenarios]) => {
      if (!current) return;
      setChoices([
        ...samples.map(({ instanceId, title, at, variables }) => ({
          value: `instance:${instanceId}`,
          label: `${title ?? 'Instance'} · ${formatUtc(at)} UTC`,
          variables,
        })),
        ...scenarios.flatMap(({ scenarioId, content }) =>
          content.start?.variables
            ? [
                {
                  value: `case:${scenarioId}`,
                  label: `Test case: ${content.scenario}`,
                  variables: content.start.variables,
                },
              ]
            : [],
        ),
      ]);
    });
    return () => {
      current = false;
    };
  }, [api, elementId]);
  return choices;
}
