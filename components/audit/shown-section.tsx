import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { hashGroups } from './hash';

interface Shown {
  sentence?: string | null;
  form?: { fields?: { key: string; label: string }[] };
  values?: Record<string, unknown>;
  outcomes?: { id: string; label: string }[];
}

const text = (value: unknown): string =>
  value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

function read(values: Record<string, unknown> | undefined, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (at && typeof at === 'object' ? (at as Record<string, unknown>)[key] : undefined),
      values,
    );
}

/** Exactly what the person saw when they decided, and the digest that they signed. */
export function ShownSection({ shown, digest, intact }: { shown: unknown; digest: string; intact: boolean }) {
  const content = (shown ?? {}) as Shown;
  return (
    <Section title="What was signed" meta={intact ? 'matches its digest' : undefined}>
      {!intact && (
        <p className="mb-2 text-sm font-medium text-incident">
          {shown
            ? 'What is kept no longer has the digest that was signed.'
            : 'The content that was shown is no longer kept.'}
        </p>
      )}
      {content.sentence && <p className="mb-2 text-sm">{content.sentence}</p>}
      <dl className="mb-2 text-xs">
        {(content.form?.fields ?? []).map((field) => (
          <div key={field.key} className="flex gap-3 border-b border-line py-1.5">
            <dt className="w-[40%] flex-none text-muted">{field.label}</dt>
            <dd className="min-w-0 grow break-words whitespace-pre-wrap">
              {text(read(content.values, field.key))}
            </dd>
          </div>
        ))}
        {content.outcomes && content.outcomes.length > 0 && (
          <div className="flex gap-3 border-b border-line py-1.5">
            <dt className="w-[40%] flex-none text-muted">Offered decisions</dt>
            <dd>{content.outcomes.map((one) => one.label).join(', ')}</dd>
          </div>
        )}
      </dl>
      <p className="flex items-center gap-2 font-mono text-xs">
        <span title={digest}>{hashGroups(digest)}</span>
        <CopyButton text={digest} label="Copy the digest" />
      </p>
    </Section>
  );
}
