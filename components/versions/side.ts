/** What is compared: a version by number, the draft, or what somebody asked to publish. */
export type Side = number | 'draft' | `request-${string}`;

/** Reads a side from an address; null for anything else. */
export function sideOf(text: string | undefined): Side | null {
  if (text === 'draft') return text;
  if (text && /^request-[\w-]{1,128}$/.test(text)) return text as Side;
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

export const requestIdOf = (side: Side): string | null =>
  typeof side === 'string' && side.startsWith('request-') ? side.slice('request-'.length) : null;

/** A side in few words: “v3”, “Draft”, “Request”. */
export const sideName = (side: Side): string =>
  typeof side === 'number' ? `v${side}` : side === 'draft' ? 'Draft' : 'Request';

export type CompareMode = 'overlay' | 'side-by-side';

/** The address of a comparison. */
export function compareUrl(
  processId: string,
  from: Side,
  to: Side,
  rest: { mode?: CompareMode; layout?: boolean; at?: string | null } = {},
): string {
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (rest.mode === 'side-by-side') query.set('mode', rest.mode);
  if (rest.layout) query.set('layout', '1');
  if (rest.at) query.set('at', rest.at);
  return `/processes/${encodeURIComponent(processId)}/compare?${query}`;
}
