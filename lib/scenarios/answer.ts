import type { Scenario as Row } from '@/lib/db/generated/client';
import type { Scenario } from '@/lib/simulation/types';

/** A stored scenario. */
export interface ScenarioAnswer {
  /** Its name in addresses and files. */
  scenarioId: string;
  updatedAt: string;
  updatedBy: string;
  content: Scenario;
}

/** A row as the API answers it; its content was checked when it was stored. */
export const scenarioAnswer = ({ key, content, updatedAt, updatedBy }: Row): ScenarioAnswer => ({
  scenarioId: key,
  updatedAt: updatedAt.toISOString(),
  updatedBy,
  content: content as unknown as Scenario,
});
