import { redirect } from 'next/navigation';
import { LibraryNav } from '@/components/processes/library-nav';
import { ServerGallery } from '@/components/templates/server-gallery';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { pageFrame } from '@/lib/http/page';

export const metadata = { title: 'Templates' };

/** Every template; `?use=<id>` asks at once for the name of the process made from that one. */
export default async function TemplatesPage({ searchParams }: { searchParams: Promise<{ use?: string }> }) {
  const { use } = await searchParams;
  const { principal, demo } = await pageFrame();
  if (!principal && !demo) redirect('/sign-in?returnTo=%2Ftemplates');
  return (
    <div className="flex min-h-full flex-col">
      <TitleBlock>
        <TitleCell label="Processes to begin with" title>
          Templates
        </TitleCell>
      </TitleBlock>
      {principal && <LibraryNav here="templates" />}
      <div className="px-4 py-4">
        <ServerGallery {...(use === undefined ? {} : { startWith: use })} />
      </div>
    </div>
  );
}
