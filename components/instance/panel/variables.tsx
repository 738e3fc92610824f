import { Section } from '@/components/ui/section';
import type { Json, JsonObject } from '@/engine/core';
import { type ChangeMark, variableChanges } from '../model/changes';
import type { Moment } from '../model/log';
import { JsonTree } from './json-tree';

const LOOKS: Record<ChangeMark, { sign: string; word: string; className: string }> = {
  added: { sign: '+', word: 'added', className: 'bg-done-bg' },
  changed: { sign: '~', word: 'changed', className: 'bg-wait-bg' },
  removed: { sign: '−', word: 'removed', className: 'bg-incident-bg' },
};

interface VariablesProps {
  moment: Moment;
  nameOf: (elementId: string) => string;
}

/** Variables by scope, the process's with marks for what the newest change did. */
export function Variables({ moment, nameOf }: VariablesProps) {
  const { state, change } = moment;
  if (!state) return null;
  const scopes = Object.values(state.activations).filter(
    (one) => one.variables && Object.keys(one.variables).length > 0,
  );
  return (
    <>
      <Scope
        title="Variables"
        meta={change ? `changed by event ${change.seq}` : undefined}
        variables={state.variables}
        before={change?.before}
      />
      {scopes.map((one) => (
        <Scope key={one.key} title={`Inside ${nameOf(one.elementId)}`} variables={one.variables ?? {}} />
      ))}
    </>
  );
}

interface ScopeProps {
  title: string;
  meta?: string;
  variables: JsonObject;
  before?: JsonObject;
}

function Scope({ title, meta, variables, before }: ScopeProps) {
  const marks = before ? variableChanges(before, variables) : {};
  const names = Object.keys({ ...before, ...variables }).sort();
  return (
    <Section title={title} meta={meta} className="mt-4">
      {names.length === 0 && <p className="text-muted">None.</p>}
      <ul className="-mx-4.5">
        {names.map((name) => (
          <Row
            key={name}
            name={name}
            value={variables[name] ?? null}
            mark={marks[name]}
            before={marks[name] === 'changed' ? before?.[name] : undefined}
          />
        ))}
      </ul>
    </Section>
  );
}

interface RowProps {
  name: string;
  value: Json;
  mark: ChangeMark | undefined;
  before: Json | undefined;
}

const isScalar = (value: Json | undefined): boolean => typeof value !== 'object' || value === null;

function Row({ name, value, mark, before }: RowProps) {
  const look = mark && LOOKS[mark];
  const small = before !== undefined && isScalar(before) && isScalar(value) && String(before).length < 40;
  return (
    <li
      className={`grid grid-cols-[14px_minmax(0,9rem)_minmax(0,1fr)] gap-x-2 border-b border-line px-4.5 py-1 text-[.78125rem]/5 ${look?.className ?? ''}`}
      data-change={mark}
    >
      <span className="font-mono" aria-hidden="true">
        {look?.sign}
      </span>
      <span className="break-words font-mono text-xs/5">
        {name}
        {look && <span className="sr-only"> ({look.word})</span>}
      </span>
      <div className="min-w-0">
        {small && (
          <>
            <s className="text-muted">{String(before)}</s>
            <span aria-hidden="true"> → </span>
          </>
        )}
        {mark === 'removed' ? <span className="text-muted">removed</span> : <JsonTree value={value} />}
      </div>
    </li>
  );
}
