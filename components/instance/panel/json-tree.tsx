import type { Json } from '@/engine/core';

const LONG = 160;
const OPEN_UP_TO = 8;

/** A JSON value as text that opens: scalars inline, objects and lists as a tree. */
export function JsonTree({ value, depth = 0 }: { value: Json; depth?: number }) {
  if (typeof value !== 'object' || value === null) return <Scalar value={value} />;
  const entries = Object.entries(value);
  if (entries.length === 0)
    return <span className="text-muted">{Array.isArray(value) ? 'empty list' : 'empty'}</span>;
  return (
    <details open={depth === 0 && entries.length <= OPEN_UP_TO} className="min-w-0">
      <summary className="min-h-6 cursor-pointer text-muted">
        {Array.isArray(value) ? `${entries.length} items` : `${entries.length} fields`}
      </summary>
      <dl className="ml-1 border-l border-line pl-2.5">
        {entries.map(([name, one]) => (
          <div key={name} className="flex min-w-0 flex-wrap gap-x-2 py-0.5">
            <dt className="font-mono text-2xs/5 text-muted">{name}</dt>
            <dd className="min-w-0">
              <JsonTree value={one} depth={depth + 1} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Scalar({ value }: { value: string | number | boolean | null }) {
  if (value === null) return <span className="text-muted">not set</span>;
  if (typeof value !== 'string') return <span className="font-mono text-xs/5">{String(value)}</span>;
  if (value === '') return <span className="text-muted">empty text</span>;
  if (value.length <= LONG) return <span className="whitespace-pre-line break-words">{value}</span>;
  return (
    <details className="min-w-0">
      <summary className="min-h-6 cursor-pointer break-words">{value.slice(0, LONG - 40)}…</summary>
      <span className="whitespace-pre-line break-words">{value}</span>
    </details>
  );
}
