import type { PropertyChange } from '@/lib/diff';
import { textDifference } from './text-difference';

/** Longer texts get the whole width, below each other. */
const LONG = 48;

const isLong = ({ before, after }: PropertyChange): boolean =>
  [before, after].some((text) => text !== null && (text.length > LONG || text.includes('\n')));

export interface PropertyTableProps {
  changes: readonly PropertyChange[];
  /** What the two columns are called: “v3”, “v4”. */
  from: string;
  to: string;
}

/** Property by property, old and new. Old is muted, new is medium; what isn't set is a dash. */
export function PropertyTable({ changes, from, to }: PropertyTableProps) {
  const short = changes.filter((change) => !isLong(change));
  const long = changes.filter(isLong);
  return (
    <div className="flex flex-col gap-2">
      {short.length > 0 && (
        <table className="w-full table-fixed text-left text-xs">
          <thead className="text-muted">
            <tr className="border-b border-line">
              <th className="w-[38%] py-1 pr-2 font-normal">Property</th>
              <th className="py-1 pr-2 font-normal">{from}</th>
              <th className="py-1 font-normal">{to}</th>
            </tr>
          </thead>
          <tbody>
            {short.map(({ key, label, before, after }) => (
              <tr key={key} className="border-b border-line align-top last:border-b-0">
                <th scope="row" className="break-words py-1.5 pr-2 font-normal">
                  {label}
                </th>
                <td className="break-words py-1.5 pr-2 text-muted">{before ?? '–'}</td>
                <td className="break-words py-1.5 font-medium">{after ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {long.map((change) => (
        <LongChange key={change.key} change={change} from={from} to={to} />
      ))}
    </div>
  );
}

const BLOCK = 'max-h-60 overflow-y-auto whitespace-pre-wrap break-words rounded-sm px-2 py-1.5';

/** A text below its former self; the words between what they have in common stand out. */
function LongChange({ change, from, to }: { change: PropertyChange; from: string; to: string }) {
  const { label, before, after } = change;
  const { start, end, ...middle } = textDifference(before ?? '', after ?? '');
  const both = before !== null && after !== null;
  return (
    <dl className="text-xs">
      <dt className="pb-1">{label}</dt>
      {before !== null && (
        <dd className="pb-1">
          <span className="text-2xs text-muted">{from}</span>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls */}
          <p className={`${BLOCK} bg-sunken text-muted`} tabIndex={0}>
            {both ? start : ''}
            {both ? <del className="bg-incident-bg text-ink">{middle.before}</del> : before}
            {both ? end : ''}
          </p>
        </dd>
      )}
      {after !== null && (
        <dd>
          <span className="text-2xs text-muted">{to}</span>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls */}
          <p className={`${BLOCK} bg-surface`} tabIndex={0}>
            {both ? start : ''}
            {both ? <ins className="bg-done-bg font-medium no-underline">{middle.after}</ins> : after}
            {both ? end : ''}
          </p>
        </dd>
      )}
    </dl>
  );
}
