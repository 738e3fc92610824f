/** States the list can be narrowed to, in the order of how much they ask of a person. */
export const STATUSES = ['running', 'incident', 'completed', 'terminated', 'failed'] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_WORDS: Record<Status, string> = {
  running: 'Running',
  incident: 'Needs attention',
  completed: 'Completed',
  terminated: 'Cancelled',
  failed: 'Failed',
};

/** What the list shows, as it stands in the address. */
export interface InstanceFilters {
  status?: Status;
  processId?: string;
  q?: string;
}

type Params = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

/** Reads the address; what it doesn't know it leaves out, so that a mistyped address still shows a list. */
export function readFilters(params: Params): InstanceFilters & { cursor?: string } {
  const status = STATUSES.find((known) => known === one(params.status));
  const [processId, q, cursor] = [one(params.process), one(params.q), one(params.cursor)];
  return {
    ...(status ? { status } : {}),
    ...(processId ? { processId: processId.slice(0, 128) } : {}),
    ...(q ? { q: q.slice(0, 200) } : {}),
    ...(cursor ? { cursor: cursor.slice(0, 200) } : {}),
  };
}

/** The address of a list; changing a filter starts at the first page. */
export function filtersHref(filters: InstanceFilters, cursor?: string): string {
  const params = new URLSearchParams();
  if (filters.status) params.set('status', filters.status);
  if (filters.processId) params.set('process', filters.processId);
  if (filters.q) params.set('q', filters.q);
  if (cursor) params.set('cursor', cursor);
  const query = params.toString();
  return query ? `/instances?${query}` : '/instances';
}

export const isFiltered = ({ status, processId, q }: InstanceFilters): boolean =>
  status !== undefined || processId !== undefined || q !== undefined;
