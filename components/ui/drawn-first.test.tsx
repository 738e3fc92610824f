import { renderToReadableStream } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawnFirst } from './drawn-first';

const Greeting = ({ who }: { who: string }) => <p>Hello {who}</p>;
const place = ({ who }: { who: string }) => <p>{who} is waited for</p>;

async function drawn(part: React.ReactNode): Promise<string> {
  const stream = await renderToReadableStream(part);
  await stream.allReady;
  return new Response(stream).text();
}

describe('a part that the server draws first', () => {
  it('is whole in the server’s answer', async () => {
    const Part = drawnFirst(async () => Greeting, { name: 'The greeting', place });
    expect(await drawn(<Part who="Mia" />)).toContain('Hello <!-- -->Mia');
  });

  it('is its place where its program can’t be loaded, and the page is there', async () => {
    const missing = async (): Promise<typeof Greeting> => {
      throw new Error('offline');
    };
    const Part = drawnFirst(missing, { name: 'The greeting', place });
    const html = await drawn(
      <main>
        <Part who="Mia" />
        <p>The rest</p>
      </main>,
    );
    expect(html).toContain('is waited for');
    expect(html).toContain('The rest');
  });
});
