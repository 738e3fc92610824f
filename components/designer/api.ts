import type { PublishFacts } from '@/components/versions/publish-facts';
import type { Side } from '@/components/versions/side';
import type { Problem } from '@/engine/compile/problem';
import type { JsonObject } from '@/engine/core/json';
import type { ProcessDocument } from '@/lib/document';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import type { Scenario } from '@/lib/simulation/types';

/** What the designer needs from the server; `fetchDesignerApi` speaks to the public HTTP API. */
export interface DesignerApi {
  /** The process whose draft it is. */
  readonly processId: string;
  saveDraft(document: ProcessDocument, revision: number): Promise<SaveAnswer>;
  loadDraft(): Promise<{ document: ProcessDocument; revision: number }>;
  publish(note: string, expectedRevision: number): Promise<PublishAnswer>;
  /** What publishing means now: who runs on what, and whether somebody has to agree. */
  publishFacts(): Promise<PublishFacts>;
  versions(): Promise<VersionSummary[]>;
  version(number: number): Promise<ProcessDocument>;
  /** Puts a version's content into the draft, as a new revision. */
  restore(number: number): Promise<void>;
  /** Whether the caller may start the newest version. */
  mayStart(): Promise<StartVerdict>;
  startInstance(variables: JsonObject, version?: number): Promise<StartAnswer>;
  /** Creates another process from a document; answers its id. */
  createCopy(document: ProcessDocument): Promise<{ processId: string }>;
  /** Tests of the draft, by name. */
  scenarios(): Promise<StoredScenario[]>;
  saveScenario(id: string, scenario: Scenario): Promise<void>;
  deleteScenario(id: string): Promise<void>;
  /** What the last runs of an AI step saw, masked; none where the caller may not see them. */
  stepSamples(elementId: string): Promise<StepSample[]>;
  /** What an AI step with a daily limit has cost today; none where the caller may not see its instances. */
  stepSpending(elementId: string): Promise<StepSpending[]>;
  /** Where a file can be downloaded: of a version, or of the draft; pictures of the diagram that is named. */
  exportUrl(
    format: Exclude<ExportFormat, 'png'>,
    of?: { version?: number; plane?: string | undefined },
  ): string;
  /** Where an instance is looked at. */
  instanceUrl(instanceId: string): string;
  /** Where two versions, or a version and the saved draft, are compared. */
  compareUrl(from: Side, to: Side): string;
  /** Where a process is edited. */
  editUrl(processId: string): string;
}

/** What a model can be saved as. */
export type ExportFormat = 'bpmn' | 'yaml' | 'svg' | 'png';

export type SaveAnswer =
  | { status: 'saved'; revision: number; problems: Problem[] }
  | { status: 'conflict'; revision: number }
  /** The content is refused; saving the same again will not help. */
  | { status: 'refused'; message: string };

export type PublishAnswer =
  /** With the warnings it was published with. */
  | { status: 'published'; version: number; problems: readonly Problem[] }
  /** A second person decides now, who is shown the same warnings. */
  | { status: 'requested'; requestId: string; problems: readonly Problem[] }
  | { status: 'blocked'; problems: Problem[] }
  | { status: 'failed'; message: string };

export type StartAnswer =
  | { status: 'started'; instanceId: string }
  | { status: 'refused'; message: string; errors: { path: string; message: string }[] };

export interface VersionSummary {
  version: number;
  note: string;
  publishedAt: string;
  publishedBy: string;
  publishedByName: string;
  /** The second person, where one was needed. */
  approvedByName?: string | null;
  /** Names it carries, such as Production. */
  tags?: readonly string[];
  runningInstances: number;
}

export interface StoredScenario {
  scenarioId: string;
  content: Scenario;
}

export interface StepSpending {
  currency: string;
  /** In units of the currency. */
  spent: number;
}

export interface StepSample {
  instanceId: string;
  title: string | null;
  at: string;
  variables: JsonObject;
}
