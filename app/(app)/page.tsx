import { redirect } from 'next/navigation';
import { Hero } from '@/components/home/hero';
import { HeroActions } from '@/components/home/hero-actions';
import { MyWork } from '@/components/home/my-work';
import { SampleCards } from '@/components/home/sample-cards';
import { ServerGallery } from '@/components/templates/server-gallery';
import { Banner } from '@/components/ui/banner';
import { scopeOf } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { pageContext, pageFrame } from '@/lib/http/page';
import { openIncidents } from '@/lib/instances/open-incidents';
import { myDrafts } from '@/lib/processes/drafts';
import { listProcesses } from '@/lib/processes/queries';
import { sampleCards } from '@/lib/samples/cards';
import { dueTasks } from '@/lib/tasks/due';

export const metadata = { title: 'Home' };

const RUN_REFUSED = 'Running one needs the operator role. An administrator can give it to you.';

/** Two rows of the gallery; the rest is a click away. */
const HOME_TEMPLATES = 6;

async function workOf(principal: Principal) {
  const context = await pageContext();
  const may = (permission: Parameters<typeof scopeOf>[1]) => scopeOf(principal.roles, permission) !== null;
  const [tasks, incidents, drafts] = await Promise.all([
    may('tasks.see') ? dueTasks(context, {}) : undefined,
    may('instances.see') ? openIncidents(context, {}) : undefined,
    may('models.edit') ? myDrafts(context, {}) : undefined,
  ]);
  return { tasks, incidents, drafts };
}

async function knownProcesses() {
  const { items } = await listProcesses(await pageContext(), { limit: 200 });
  return items.map(({ processId, key, name }) => ({ processId, key, name }));
}

/** Where everybody starts: draw, try a sample, or go on with one's work. */
export default async function HomePage({
  searchParams,
}: {
  searchParams: Promise<{ error?: string; draw?: string }>;
}) {
  const { error, draw } = await searchParams;
  const { principal, demo, permissions } = await pageFrame();
  if (!principal && !demo) redirect('/sign-in');
  const mayEdit = permissions.includes('models.edit');
  const [cards, work, known] = await Promise.all([
    sampleCards(await pageContext(), {}),
    principal ? workOf(principal) : undefined,
    mayEdit ? knownProcesses() : [],
  ]);
  const mayRun = principal ? scopeOf(principal.roles, 'instances.start') === 'all' : true;
  return (
    <div className="mx-auto flex max-w-330 flex-col px-4 pb-8 pt-6.5 desk:px-10">
      {error && (
        <Banner tone="error" title="That did not work" live>
          {error}
        </Banner>
      )}
      <div className={error ? 'mt-4' : undefined}>
        <Hero
          actions={
            <HeroActions
              stranger={!principal}
              mayEdit={mayEdit}
              mayManage={permissions.includes('settings.manage')}
              known={known}
              draw={draw === '1'}
            />
          }
        />
      </div>
      {cards.length > 0 && (
        <SampleCards
          cards={cards}
          refused={mayRun ? undefined : RUN_REFUSED}
          maySee={permissions.includes('models.see')}
        />
      )}
      {work && (work.tasks || work.incidents || work.drafts) && <MyWork {...work} now={Date.now()} />}
      <section aria-labelledby="templates">
        <h2 id="templates" className="mb-2.75 mt-6 text-lg font-semibold tracking-[-.018em]">
          Start from a template
        </h2>
        <ServerGallery most={HOME_TEMPLATES} />
      </section>
    </div>
  );
}
