import Link from 'next/link';
import { Marked } from '@/components/help/marked';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { problemPages } from '@/lib/help/problem-pages';

export const metadata = { title: 'Problems of diagrams' };

/** Everything that can be wrong with a diagram, each with its page. */
export default async function ProblemsHelpPage() {
  const pages = await problemPages();
  const groups = [...new Set(pages.map(({ group }) => group))];
  return (
    <div className="min-h-full">
      <TitleBlock>
        <TitleCell label="Help" title>
          Problems of diagrams
        </TitleCell>
      </TitleBlock>
      <div className="mx-auto max-w-200 px-4 pb-12">
        {groups.map((group) => (
          <section key={group} aria-labelledby={idOf(group)} className="mt-6">
            <h2 id={idOf(group)} className="border-b border-line-strong pb-1.5 text-lg font-semibold">
              {group}
            </h2>
            <dl>
              {pages
                .filter((page) => page.group === group)
                .map(({ code, meaning }) => (
                  <div key={code} className="border-b border-line py-2.5">
                    <dt>
                      <Link href={`/help/problems/${code}`} prefetch={false} className="inline-link">
                        {code}
                      </Link>
                    </dt>
                    <dd className="text-muted">
                      <Marked text={meaning} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  );
}

const idOf = (group: string): string => group.toLowerCase().replaceAll(' ', '-');
