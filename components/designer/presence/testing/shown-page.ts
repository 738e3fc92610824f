import { afterEach, beforeEach, vi } from 'vitest';

/** For tests: time that is moved by hand and a page that is looked at until the test hides it. Call it once in a file. */
export function shownPage() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  beforeEach(() => {
    vi.useFakeTimers();
    page.visibilityState = 'visible';
    vi.stubGlobal('document', page);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return page;
}
