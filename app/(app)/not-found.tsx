import { NotFoundWords } from '@/components/common/not-found-words';

/** For what a page looked for and did not find; the way to the rest stays in sight. */
export default function NotFoundInApp() {
  return <NotFoundWords />;
}
