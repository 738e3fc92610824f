import { StaticDiagram } from '@/components/bpmn';
import { thumbnail } from '@/components/home/thumbnail';
import { DEMO_PEOPLE } from '@/lib/auth/demo';
import { pageContext, pageFrame } from '@/lib/http/page';
import { templateGallery } from '@/lib/templates/gallery';
import { Gallery, type Using } from './gallery';

/** The gallery with its small drawings, which are made on the server: no data of them goes to the browser. */
export async function ServerGallery({ most, startWith }: { most?: number; startWith?: string }) {
  const context = await pageContext();
  const { principal, permissions } = await pageFrame();
  const items = await templateGallery(context, {});
  const cards = items.map(({ view, ...item }) => ({
    ...item,
    thumbnail: (
      <StaticDiagram
        compact
        view={thumbnail(view)}
        padding={8}
        maxScale={0.6}
        title={`Diagram of ${item.title}`}
      />
    ),
  }));
  const mayUse: Using = permissions.includes('models.edit') ? 'person' : 'refused';
  return (
    <Gallery
      items={cards}
      using={principal ? mayUse : { becomes: DEMO_PEOPLE[0].id }}
      {...(most === undefined ? {} : { most })}
      {...(startWith === undefined ? {} : { startWith })}
    />
  );
}
