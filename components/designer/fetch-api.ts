import type { PublishFacts } from '@/components/versions/publish-facts';
import { compareUrl } from '@/components/versions/side';
import type { Problem } from '@/engine/compile/problem';
import type { ProcessDocument } from '@/lib/document';
import type { StartVerdict } from '@/lib/processes/start-verdict';
import type { DesignerApi, StepSample, StepSpending, StoredScenario, VersionSummary } from './api';

/** An answer of the API that isn't a success: problem+json (RFC 9457). */
interface ProblemAnswer {
  detail?: string;
  title?: string;
  code?: string;
  currentRevision?: number;
  problems?: Problem[];
  errors?: { path: string; message: string }[];
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function problemOf(response: Response): Promise<ProblemAnswer> {
  return (await response.json().catch(() => ({}))) as ProblemAnswer;
}

const sentence = (problem: ProblemAnswer): string =>
  problem.detail ?? problem.title ?? 'The server refused this.';

/** What failed and can't be answered otherwise. The network being down throws a `TypeError`, as `fetch` does. */
async function orThrow(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(sentence(await problemOf(response)));
  return response;
}

/** Every POST has a key of its own, so that a repeated request is done once. */
const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });

/** The designer's calls over the public API, with the session cookie of this browser. */
export function fetchDesignerApi(processId: string): DesignerApi {
  const base = `/api/v1/processes/${encodeURIComponent(processId)}`;
  const ofStep = async <Item>(elementId: string, what: string): Promise<Item[]> => {
    const response = await orThrow(await fetch(`${base}/elements/${encodeURIComponent(elementId)}/${what}`));
    return ((await response.json()) as { items: Item[] }).items;
  };
  return {
    processId,
    async saveDraft(document, revision) {
      const response = await fetch(`${base}/draft`, {
        method: 'PUT',
        headers: { ...JSON_TYPE, 'if-match': `"${revision}"` },
        body: JSON.stringify(document),
      });
      if (response.ok) {
        const answer = (await response.json()) as { draftRevision: number; problems: Problem[] };
        return { status: 'saved', revision: answer.draftRevision, problems: answer.problems };
      }
      const problem = await problemOf(response);
      if (response.status === 409) return { status: 'conflict', revision: problem.currentRevision ?? 0 };
      if (response.status >= 500 || response.status === 429) throw new Error(sentence(problem));
      return { status: 'refused', message: sentence(problem) };
    },
    async loadDraft() {
      const response = await orThrow(await fetch(`${base}/draft`));
      const answer = (await response.json()) as { document: ProcessDocument; draftRevision: number };
      return { document: answer.document, revision: answer.draftRevision };
    },
    async publish(note, expectedRevision) {
      const response = await post(`${base}/publish`, { note, expectedRevision });
      if (response.ok) {
        const { version, requestId, problems } = (await response.json()) as {
          version: number | null;
          requestId: string | null;
          problems: Problem[];
        };
        return version === null
          ? { status: 'requested', requestId: requestId ?? '', problems }
          : { status: 'published', version, problems };
      }
      const problem = await problemOf(response);
      if (response.status === 422 && problem.problems)
        return { status: 'blocked', problems: problem.problems };
      return { status: 'failed', message: sentence(problem) };
    },
    async publishFacts() {
      const read = async <Body>(path: string) =>
        (await orThrow(await fetch(`${base}${path}`))).json() as Promise<Body>;
      const [{ secondPerson }, versions, { items }] = await Promise.all([
        read<{ secondPerson: boolean }>(''),
        read<{ items: VersionSummary[] }>('/versions?limit=200'),
        read<{ items: (NonNullable<PublishFacts['pending']> & { kind: string })[] }>(
          '/publish-requests?state=pending',
        ),
      ]);
      const running = versions.items.flatMap(({ version, runningInstances: count }) =>
        count > 0 ? [{ version, count }] : [],
      );
      return { secondPerson, running, pending: items.find(({ kind }) => kind === 'publish') ?? null };
    },
    async versions() {
      const response = await orThrow(await fetch(`${base}/versions?limit=200`));
      return ((await response.json()) as { items: VersionSummary[] }).items;
    },
    async version(number) {
      const response = await orThrow(await fetch(`${base}/versions/${number}`));
      return ((await response.json()) as { document: ProcessDocument }).document;
    },
    async restore(number) {
      await orThrow(await post(`${base}/restore`, { version: number }));
    },
    async scenarios() {
      const response = await orThrow(await fetch(`${base}/scenarios`));
      return ((await response.json()) as { items: StoredScenario[] }).items;
    },
    async saveScenario(id, scenario) {
      const init = { method: 'PUT', headers: JSON_TYPE, body: JSON.stringify(scenario) };
      await orThrow(await fetch(`${base}/scenarios/${encodeURIComponent(id)}`, init));
    },
    async deleteScenario(id) {
      const init = { method: 'DELETE' };
      await orThrow(await fetch(`${base}/scenarios/${encodeURIComponent(id)}`, init));
    },
    stepSamples: (elementId) => ofStep<StepSample>(elementId, 'samples'),
    stepSpending: (elementId) => ofStep<StepSpending>(elementId, 'spending'),
    async mayStart() {
      const response = await orThrow(await fetch(base));
      return ((await response.json()) as { start: StartVerdict }).start;
    },
    async startInstance(variables, version) {
      const response = await post(`${base}/instances`, { variables, ...(version ? { version } : {}) });
      if (response.ok)
        return {
          status: 'started',
          instanceId: ((await response.json()) as { instanceId: string }).instanceId,
        };
      const problem = await problemOf(response);
      return { status: 'refused', message: sentence(problem), errors: problem.errors ?? [] };
    },
    async createCopy(document) {
      const response = await orThrow(await post('/api/v1/processes', document));
      return (await response.json()) as { processId: string };
    },
    exportUrl(format, { version, plane } = {}) {
      const query = plane && format === 'svg' ? `?plane=${encodeURIComponent(plane)}` : '';
      return `${base}/${version ? `versions/${version}` : 'draft'}.${format}${query}`;
    },
    instanceUrl: (instanceId) => `/instances/${encodeURIComponent(instanceId)}`,
    compareUrl: (from, to) => compareUrl(processId, from, to),
    editUrl: (id) => `/processes/${encodeURIComponent(id)}`,
  };
}
