import { type AuditFilter, isMoment, type ListField } from './filter';

/** What typing became: the narrowed filter, or what isn't understood. */
export type ParsedSearch = { ok: true; filter: AuditFilter } | { ok: false; message: string };

const LISTS: Record<string, ListField> = {
  actor: 'actor',
  type: 'type',
  process: 'process',
  kind: 'actorKind',
};
const KINDS = ['person', 'service', 'ai', 'engine'];
const TOKEN = /(\w+):(?:"([^"]*)"|(\S+))/g;

function withToken(filter: AuditFilter, name: string, value: string): AuditFilter | string {
  if (name === 'after' || name === 'before')
    return isMoment(value)
      ? { ...filter, [name]: value }
      : `“${value}” is not a date. Write ${name}:2026-11-20 or ${name}:2026-11-20T14:00Z.`;
  if (name === 'instance') return { ...filter, instanceId: value };
  if (name === 'is' && value === 'refused') return { ...filter, refused: true };
  const list = LISTS[name];
  if (!list)
    return `“${name}:” is not a filter. There are actor, kind, type, process, instance, after, before and is:refused.`;
  if (list === 'actorKind' && !KINDS.includes(value)) return `Kinds of actors are ${KINDS.join(', ')}.`;
  const values = value.split(',').filter(Boolean);
  return { ...filter, [list]: [...new Set([...filter[list], ...values])] };
}

/**
 * Reads what a person typed: `actor:mia type:task.* after:2026-01-01` narrow, everything else is searched as words.
 * Values with spaces stand in double quotes.
 */
export function parseSearch(text: string, filter: AuditFilter): ParsedSearch {
  let narrowed = filter;
  for (const [, name = '', quoted, plain] of text.matchAll(TOKEN)) {
    const result = withToken(narrowed, name.toLowerCase(), (quoted ?? plain ?? '').trim());
    if (typeof result === 'string') return { ok: false, message: result };
    narrowed = result;
  }
  const words = text.replaceAll(TOKEN, ' ').replaceAll(/\s+/g, ' ').trim();
  return { ok: true, filter: words ? { ...narrowed, q: words.slice(0, 200) } : narrowed };
}
