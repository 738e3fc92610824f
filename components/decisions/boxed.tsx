import type { ReactNode } from 'react';
import type { Boxed } from '@/lib/dmn';
import { BoxName } from './box-name';
import { DecisionTable } from './decision-table';

/** How a decision decides, as DMN draws it (DMN 1.5, 10.2.2). Read only. */
export function BoxedExpression({ name, logic }: { name: string; logic: Boxed }): ReactNode {
  if (logic.kind === 'table') return <DecisionTable name={name} table={logic} />;
  return (
    <div className="min-w-0">
      <BoxName>{name}</BoxName>
      <div className="border border-line-strong bg-surface p-3">
        <Inner logic={logic} />
      </div>
    </div>
  );
}

/** What has no picture here is named; the file says the rest. */
const NAMED: Partial<Record<Boxed['kind'], string>> = {
  relation: 'A relation: a list of rows with named columns.',
  function: 'A function.',
  invocation: 'An invocation of a knowledge model.',
  conditional: 'A conditional: if, then, else.',
  filter: 'A filter of a list.',
  for: 'A loop over a list.',
  some: 'Whether some of a list fit.',
  every: 'Whether all of a list fit.',
};

function Inner({ logic }: { logic: Boxed }): ReactNode {
  switch (logic.kind) {
    case 'literal':
      return <code className="block whitespace-pre-wrap break-words font-mono text-xs">{logic.text}</code>;
    case 'context':
      return (
        <dl className="flex flex-col gap-2">
          {logic.entries.map((entry, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own
            <div key={i} className="grid gap-1 desk:grid-cols-[10rem_1fr]">
              <dt className="text-xs font-medium">{entry.name ?? 'Result'}</dt>
              <dd className="min-w-0">
                <Nested name={entry.name ?? 'Result'} logic={entry.value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ol className="flex list-decimal flex-col gap-2 pl-5 text-xs">
          {logic.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity of their own
            <li key={i}>
              <Nested name={`Item ${i + 1}`} logic={item} />
            </li>
          ))}
        </ol>
      );
    default:
      return (
        <p className="text-sm text-muted">
          {NAMED[logic.kind]} It isn’t drawn here; download the file to see it.
        </p>
      );
  }
}

const Nested = ({ name, logic }: { name: string; logic: Boxed }): ReactNode =>
  logic.kind === 'table' ? <DecisionTable name={name} table={logic} /> : <Inner logic={logic} />;
