import { headers } from 'next/headers';
import Link from 'next/link';
import { Operation } from '@/components/docs/operation';
import { reference } from '@/components/docs/reference';
import { Tour } from '@/components/docs/tour';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { openApiDocument } from '@/lib/http/openapi/document';

export const metadata = { title: 'API reference' };

async function origin(): Promise<string> {
  const sent = await headers();
  return `${sent.get('x-forwarded-proto') ?? 'http'}://${sent.get('host') ?? 'localhost:3000'}`;
}

/** The reference of the HTTP API, made from the same document that tools read. */
export default async function ApiDocsPage() {
  const document = openApiDocument();
  const groups = [...reference(document.paths)];
  return (
    <div className="min-h-full">
      <TitleBlock>
        <TitleCell label={`Version ${document.info.version}`} title>
          API reference
        </TitleCell>
        <TitleCell label="Base address">
          <code>/api/v1</code>
        </TitleCell>
        <TitleCell label="For tools" flat>
          <Link href="/api/v1/openapi.json" prefetch={false} className="inline-link">
            OpenAPI 3.1
          </Link>
        </TitleCell>
      </TitleBlock>
      <div className="mx-auto max-w-200 px-4 pb-12">
        <Tour origin={await origin()} />
        <Conventions />
        <nav aria-label="Parts of the API" className="mt-6 flex flex-wrap gap-x-4 gap-y-1">
          {groups.map(([tag]) => (
            <a key={tag} href={`#${tag}`} className="inline-link">
              {tag}
            </a>
          ))}
        </nav>
        {groups.map(([tag, entries]) => (
          <section key={tag} aria-labelledby={tag} className="mt-8">
            <h2 id={tag} className="border-b border-line-strong pb-1.5 text-lg font-semibold">
              {tag}
            </h2>
            {entries.map((entry) => (
              <Operation key={entry.id} entry={entry} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Conventions() {
  return (
    <section aria-labelledby="conventions" className="mt-6">
      <h2 id="conventions" className="text-lg font-semibold tracking-[-.018em]">
        Everywhere
      </h2>
      <ul className="mt-1 list-disc pl-5 text-muted marker:text-line-strong">
        <li>
          Errors are <code>application/problem+json</code> with a stable <code>code</code>, a sentence in{' '}
          <code>detail</code> and <code>errors[]</code> that names fields.
        </li>
        <li>
          Every POST takes an <code>Idempotency-Key</code>: the same key and body give the first answer again
          for 24 hours.
        </li>
        <li>
          Lists take <code>limit</code> (at most 200) and the <code>cursor</code> of the answer before. Times
          are RFC 3339 in UTC.
        </li>
      </ul>
    </section>
  );
}
