import { cx } from '@/components/ui/cx';
import type { Input, ReferenceEntry } from './reference';
import { limitWords, typeWords } from './schema-words';

/** One call: its place, what it takes, what it answers, what it can refuse. */
export function Operation({ entry }: { entry: ReferenceEntry }) {
  return (
    <article id={entry.id} aria-labelledby={`${entry.id}-title`} className="border-b border-line py-4">
      <h3 id={`${entry.id}-title`} className="text-base font-semibold tracking-[-.012em]">
        {entry.summary}
      </h3>
      <p className="mt-1 break-words font-mono text-xs">
        <span className={cx('mr-2 font-medium', entry.method !== 'GET' && 'text-primary')}>
          {entry.method}
        </span>
        {entry.path}
      </p>
      {entry.bodies.map((body) => (
        <p key={body} className="mt-2 text-xs text-muted">
          Body {body}
        </p>
      ))}
      {entry.inputs.length > 0 && <Inputs inputs={entry.inputs} />}
      <dl className="mt-2.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-xs">
        <dt className="font-mono">{entry.success.status}</dt>
        <dd className="break-words font-mono">{entry.success.words}</dd>
        {entry.refusals.map(({ status, words }) => (
          <div key={status} className="col-span-2 grid grid-cols-subgrid text-muted">
            <dt className="font-mono">{status}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function Inputs({ inputs }: { inputs: readonly Input[] }) {
  return (
    <ul className="mt-2.5 border-t border-line text-xs">
      {inputs.map((input) => (
        <li
          key={`${input.place} ${input.name}`}
          className="grid grid-cols-[minmax(0,11rem)_4rem_minmax(0,1fr)] gap-x-3 border-b border-line py-1"
        >
          <span className="break-words font-mono">
            {input.name}
            {input.required && <span className="font-sans text-muted"> required</span>}
          </span>
          <span className="text-muted">{input.place}</span>
          <span className="break-words">
            <span className="font-mono">{typeWords(input.schema)}</span>
            {limitWords(input.schema) && <span className="text-muted"> · {limitWords(input.schema)}</span>}
            {input.schema.description && <span className="block text-muted">{input.schema.description}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
