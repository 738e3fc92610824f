/** Tokens a drawing refers to. */
const TOKENS = [
  ...['canvas', 'surface', 'ink', 'muted', 'primary', 'ai', 'pool', 'font-sans'],
  ...['done', 'active', 'wait', 'incident', 'cancel', 'comp'].flatMap((t) => [t, `${t}-bg`]),
];

/** Resolves a token where the drawing stands, so that the file has the colours that are on the screen. */
function resolve(probe: HTMLElement, token: string): string {
  if (token.startsWith('font')) return 'Geist, system-ui, sans-serif';
  probe.style.color = `var(--${token})`;
  return getComputedStyle(probe).color;
}

/**
 * A drawing as a file of its own: the tokens are written into it and it gets its size in pixels.
 * Browser only. Geist isn't embedded; other programs fall back to their own sans-serif.
 */
export function standaloneSvg(drawing: SVGSVGElement): string {
  const probe = document.createElement('span');
  drawing.parentElement?.append(probe);
  const values = TOKENS.map((token) => `--${token}:${resolve(probe, token)}`).join(';');
  probe.remove();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = `:root{${values}}`;
  copy.prepend(style);
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('style');
  copy.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}
