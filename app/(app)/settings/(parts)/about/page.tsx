import Link from 'next/link';
import { Section } from '@/components/ui/section';
import { pageDemo } from '@/lib/http/page';
import packageJson from '@/package.json';

export const metadata = { title: 'About' };

const LINKS = [
  ['/api/docs', 'API reference', 'every call, with a tour in curl'],
  ['/api/v1/openapi.json', 'OpenAPI document', 'for generators and tools'],
  ['/help/problems', 'Problems of diagrams', 'what each means, and how it is mended'],
  ['/symbols', 'Symbols and states', 'what the drawings mean'],
  ['/metrics', 'Metrics', 'in the format of Prometheus'],
] as const;

/** Which Countersign this is, and where to read on. */
export default async function AboutPage() {
  const demo = await pageDemo();
  return (
    <Section title="About Countersign">
      <dl className="my-3 grid max-w-140 grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        <dt className="text-muted">Version</dt>
        <dd className="font-mono text-xs/5">{packageJson.version}</dd>
        <dt className="text-muted">Licence</dt>
        <dd>{packageJson.license}</dd>
        <dt className="text-muted">Demo mode</dt>
        <dd>{demo ? 'On: built-in database, reachable from this machine only' : 'Off'}</dd>
      </dl>
      <ul className="mt-4 flex flex-col gap-1.5">
        {LINKS.map(([href, title, words]) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-link">
              {title}
            </Link>
            <span className="text-muted">, {words}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
