import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ProblemExplanation } from '@/components/help/problem-explanation';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { problemPages } from '@/lib/help/problem-pages';

interface Params {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Params) {
  return { title: `Problem ${(await params).code}` };
}

/** Explains one problem of a diagram; the designer links here. */
export default async function ProblemHelpPage({ params }: Params) {
  const { code } = await params;
  const page = (await problemPages()).find((each) => each.code === code);
  if (!page) notFound();
  return (
    <div className="min-h-full">
      <TitleBlock>
        <TitleCell label={page.group} title>
          {code}
        </TitleCell>
        <TitleCell label="Help" flat>
          <Link href="/help/problems" className="inline-link">
            All problems of diagrams
          </Link>
        </TitleCell>
      </TitleBlock>
      <div className="mx-auto max-w-160 px-4 py-6">
        <ProblemExplanation page={page} />
      </div>
    </div>
  );
}
