import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { BoxedTable } from '@/lib/dmn';

type Input = BoxedTable['inputs'][number];
type Output = BoxedTable['outputs'][number];

/** What a column of conditions asks about. */
export function InputHead({ input, className }: { input: Input; className: string }) {
  const { label, text, typeRef, values } = input;
  return (
    <Head kind="When" typeRef={typeRef} values={values} className={className}>
      {label ?? <code className="font-mono">{text}</code>}
      {label && label !== text && (
        <code className="block font-mono text-2xs font-normal text-muted">{text}</code>
      )}
    </Head>
  );
}

/** What a column of results gives; an only one without a name gives the decision itself. */
export function OutputHead(props: { output: Output; fallback: string; className: string }) {
  const { label, name, typeRef, values, defaultEntry } = props.output;
  return (
    <Head kind="Then" typeRef={typeRef} values={values} className={props.className}>
      {label ?? name ?? props.fallback}
      {label && name && label !== name && (
        <code className="block font-mono text-2xs font-normal text-muted">{name}</code>
      )}
      {defaultEntry !== undefined && (
        <span className="block text-2xs font-normal text-muted">
          otherwise <code className="font-mono">{defaultEntry}</code>
        </span>
      )}
    </Head>
  );
}

export function PlainHead({ label, className }: { label: string; className: string }) {
  return (
    <th scope="col" className={cx(className, 'font-medium text-muted')}>
      {label}
    </th>
  );
}

interface HeadProps {
  kind: string;
  typeRef?: string | undefined;
  values?: string | undefined;
  className: string;
  children: ReactNode;
}

function Head({ kind, typeRef, values, className, children }: HeadProps) {
  return (
    <th scope="col" className={cx(className, 'min-w-28')}>
      <span className="flex justify-between gap-3 text-2xs font-normal text-muted">
        {kind}
        {typeRef && <span className="font-mono">{typeRef}</span>}
      </span>
      <span className="block font-semibold">{children}</span>
      {values && (
        <code className="mt-1 block border-t border-line pt-1 font-mono text-2xs font-normal text-muted">
          {values}
        </code>
      )}
    </th>
  );
}
