/** Turns CSS colours of the theme into plain ones for a canvas. */
export interface Colours {
  of: (css: string) => string;
  /** Forgets what it knows, when the theme changes. */
  forget: () => void;
  end: () => void;
}

/**
 * Asks the browser, which knows tokens, `light-dark()` and `color-mix()`; each colour once.
 * @param host an element inside the theme
 */
export function coloursIn(host: HTMLElement): Colours {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Where the system forces its colours every answer would be the colour of text.
  probe.style.setProperty('forced-color-adjust', 'none');
  host.append(probe);
  const known = new Map<string, string>();
  return {
    of: (css) => {
      let plain = known.get(css);
      if (plain === undefined) {
        probe.style.color = '';
        probe.style.color = css;
        plain = getComputedStyle(probe).color;
        known.set(css, plain);
      }
      return plain;
    },
    forget: () => known.clear(),
    end: () => probe.remove(),
  };
}

/** Calls back when the theme, the system's or the page's, may have changed. */
export function onThemeChange(change: () => void): () => void {
  const observer = new MutationObserver(change);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'].map(
    (query) => window.matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', change);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', change);
  };
}
