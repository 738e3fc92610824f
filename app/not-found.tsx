import { NotFoundWords } from '@/components/common/not-found-words';

export const metadata = { title: 'Not here' };

/** For addresses that lead nowhere at all. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <NotFoundWords />
    </main>
  );
}
