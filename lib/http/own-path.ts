const ANYWHERE = 'http://own.invalid';

/**
 * A path of ours to go on to, as the URL parser of a browser reads it (which drops tabs and line breaks and takes `\`
 * for `/`); anything that would lead to another site becomes `/`.
 */
export function ownPath(path: string): string {
  if (!path.startsWith('/') || !URL.canParse(path, ANYWHERE)) return '/';
  const url = new URL(path, ANYWHERE);
  // Dot segments may leave `//other.example`, which a browser takes for another site.
  const own = url.origin === ANYWHERE && !url.pathname.startsWith('//');
  return own ? url.pathname + url.search + url.hash : '/';
}
