import Link from 'next/link';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Section } from '@/components/ui/section';
import type { DmnModel, DmnNode } from '@/lib/dmn';
import { BoxedExpression } from './boxed';

/** A step that asks the decision, as `GET /decisions` lists it. */
export interface UseRow {
  processId: string;
  processName: string;
  processVersion: number | null;
  elementId: string;
  elementName: string;
  binding: 'latest' | 'deployment' | 'version' | 'tag';
  bound: string;
}

export interface DecisionSectionProps {
  model: DmnModel;
  node: DmnNode;
  uses: readonly UseRow[];
  /** Where its table is edited, for those who may. */
  editHref?: string;
}

const KINDS = {
  decision: 'Decision',
  service: 'Decision service',
  knowledge: 'Knowledge model',
  input: 'Input',
};

/** One decision of a file: what it needs, who asks it, and how it decides. */
export function DecisionSection({ model, node, uses, editHref }: DecisionSectionProps) {
  const logic =
    node.kind === 'decision' ? node.logic : node.kind === 'knowledge' ? node.logic?.body : undefined;
  return (
    <article id={node.id} className="scroll-mt-4">
      <Section
        title={node.name}
        meta={
          <>
            <code className="font-mono">{node.id}</code>
            {editHref && node.kind === 'decision' && logic?.kind === 'table' && (
              <Link className="inline-link inline-flex min-h-6 items-center" href={editHref}>
                Edit table
              </Link>
            )}
          </>
        }
      >
        <dl className="mb-3 grid grid-cols-[5.5rem_1fr] gap-x-3 gap-y-1.5 text-xs desk:grid-cols-[7rem_1fr]">
          <Fact label="Kind">
            {KINDS[node.kind]}
            {node.kind === 'decision' && node.versionTag && <Chip>Tag {node.versionTag}</Chip>}
          </Fact>
          {requires(node).length > 0 && (
            <Fact label="Requires">
              {requires(node).map((key) => (
                <Requirement key={key} model={model} target={key} />
              ))}
            </Fact>
          )}
          {node.kind !== 'knowledge' && (
            <Fact label="Asked by">
              {uses.length === 0
                ? 'No process'
                : uses.map((use) => <Use key={`${use.processId} ${use.elementId}`} {...use} />)}
            </Fact>
          )}
        </dl>
        {logic && <BoxedExpression name={node.name} logic={logic} />}
      </Section>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-0.75 text-muted">{label}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">{children}</dd>
    </>
  );
}

const requires = (node: DmnNode): readonly string[] => {
  if (node.kind === 'service') return [...node.outputs, ...node.inputDecisions, ...node.inputData];
  return node.kind === 'input' ? [] : node.requires;
};

/** Something a decision is based on: a link when it is in the same file. */
function Requirement({ model, target }: { model: DmnModel; target: string }) {
  const node = model.nodes.find(({ id }) => `${model.namespace}#${id}` === target);
  if (!node) return <code className="font-mono">{target}</code>;
  if (node.kind === 'input')
    return (
      <span>
        {node.name} <span className="text-muted">(input{node.typeRef ? `, ${node.typeRef}` : ''})</span>
      </span>
    );
  return (
    <a className="inline-link inline-flex min-h-6 items-center" href={`#${node.id}`}>
      {node.name}
    </a>
  );
}

const BINDINGS = {
  latest: 'newest version',
  deployment: 'version of its publishing',
  version: 'version',
  tag: 'tag',
};

function Use({ processId, processName, processVersion, elementName, binding, bound }: UseRow) {
  return (
    <span>
      <Link className="inline-link inline-flex min-h-6 items-center" href={`/processes/${processId}`}>
        {processName}
      </Link>{' '}
      <span className="text-muted">
        {processVersion === null ? 'draft' : `v${processVersion}`}, “{elementName}”, {BINDINGS[binding]}
        {bound && ` ${bound}`}
      </span>
    </span>
  );
}
