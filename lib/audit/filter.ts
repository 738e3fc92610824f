/** What the audit trail is narrowed to; the same names as in the address of the page and of the API. */
export interface AuditFilter {
  actor: string[];
  actorKind: string[];
  type: string[];
  /** Part of a process's name, or its id. */
  process: string[];
  processId: string[];
  instanceId: string;
  /** RFC 3339 moment or date (UTC); inclusive. */
  after: string;
  /** RFC 3339 moment or date (UTC); exclusive. */
  before: string;
  refused: boolean;
  /** Words to find in what an event says. */
  q: string;
}

const LISTS = ['actor', 'actorKind', 'type', 'process', 'processId'] as const;
const TIMES = ['after', 'before'] as const;
export type ListField = (typeof LISTS)[number];

export const EMPTY_FILTER: AuditFilter = {
  actor: [],
  actorKind: [],
  type: [],
  process: [],
  processId: [],
  instanceId: '',
  after: '',
  before: '',
  refused: false,
  q: '',
};

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

/** Whether a text is a date or a moment with a zone, as the API takes them. */
export const isMoment = (text: string): boolean => MOMENT.test(text) && !Number.isNaN(Date.parse(text));

/** The filter an address carries. What it doesn't understand is left out. */
export function filterFromParams(params: URLSearchParams): AuditFilter {
  const filter = { ...EMPTY_FILTER };
  for (const name of LISTS) filter[name] = (params.get(name) ?? '').split(',').filter(Boolean).slice(0, 50);
  for (const name of TIMES) {
    const text = params.get(name) ?? '';
    if (isMoment(text)) filter[name] = text;
  }
  filter.instanceId = (params.get('instanceId') ?? '').slice(0, 128);
  filter.refused = params.get('refused') === 'true';
  filter.q = (params.get('q') ?? '').trim().slice(0, 200);
  return filter;
}

/** The address of a filter; what isn't narrowed is left out. */
export function filterToParams(filter: AuditFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of LISTS) if (filter[name].length > 0) params.set(name, filter[name].join(','));
  for (const name of ['instanceId', ...TIMES, 'q'] as const) if (filter[name]) params.set(name, filter[name]);
  if (filter.refused) params.set('refused', 'true');
  return params;
}

/** Whether anything narrows the list. */
export const isFiltered = (filter: AuditFilter): boolean => filterToParams(filter).size > 0;

/** The same filter with a value added to a list, or taken away when it was there. */
export function toggled(filter: AuditFilter, field: ListField, values: readonly string[]): AuditFilter {
  const all = values.every((value) => filter[field].includes(value));
  const others = filter[field].filter((value) => !values.includes(value));
  return { ...filter, [field]: all ? others : [...others, ...values] };
}
