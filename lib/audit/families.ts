/** Events that people look for together. A pattern `task.*` stands for every type of that family. */
export interface EventFamily {
  id: string;
  label: string;
  /** Types and patterns, as the `type` filter takes them. */
  types: readonly string[];
}

/** Every event type belongs to at most one family; refusals have a filter of their own. */
export const FAMILIES: readonly EventFamily[] = [
  { id: 'decisions', label: 'Decisions', types: ['task.completed', 'task.voted'] },
  {
    id: 'tasks',
    label: 'Tasks offered, claimed',
    types: [
      'task.opened',
      'task.reminded',
      'task.claimed',
      'task.released',
      'task.delegated',
      'task.commented',
      'task.cancelled',
      'task.skipped',
    ],
  },
  { id: 'work', label: 'AI and system calls', types: ['work.*'] },
  { id: 'incidents', label: 'Incidents, repairs', types: ['incident.*', 'error.*'] },
  {
    id: 'messages',
    label: 'Messages, signals, calls',
    types: ['message.*', 'signal.*', 'call.*', 'delivery.*', 'condition.evaluated'],
  },
  { id: 'variables', label: 'Variables set', types: ['variables.*'] },
  {
    id: 'steps',
    label: 'Steps, flows, timers',
    types: ['element.*', 'flow.*', 'boundary.*', 'arrivals.*', 'timer.*'],
  },
  { id: 'instances', label: 'Instances', types: ['instance.*'] },
  {
    id: 'drawing',
    label: 'Drafts, publishing',
    types: [
      'draft.*',
      'version.*',
      'publication.*',
      'policy.*',
      'process.*',
      'decision-model.*',
      'scenario.*',
      'comment.*',
    ],
  },
  {
    id: 'access',
    label: 'Sign-in, people, tokens',
    types: ['session.*', 'person.*', 'token.*', 'strangers.*'],
  },
  {
    id: 'settings',
    label: 'Settings, secrets, AI',
    types: ['setting.*', 'secret.*', 'provider.*', 'keys.*', 'ai.*', 'calendar.*'],
  },
];

/** Whether an event type falls under a type or pattern. */
export const matchesType = (type: string, pattern: string): boolean =>
  pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

/** The family of an event type, if it has one. */
export const familyOf = (type: string): EventFamily | undefined =>
  FAMILIES.find((family) => family.types.some((pattern) => matchesType(type, pattern)));

/** How many events each family holds, from counts by type. */
export function countFamilies(types: readonly { type: string; count: number }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, count } of types) {
    const family = familyOf(type);
    if (family) counts.set(family.id, (counts.get(family.id) ?? 0) + count);
  }
  return counts;
}
