/** What a person chose; `system` follows the operating system and stores no cookie. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** Name of the cookie that the root layout reads, so that the first paint already has the right colours. */
export const THEME_COOKIE = 'theme';

/** The value of `data-theme`, or nothing when the system decides. Unknown text counts as no choice. */
export function themeAttribute(cookie: string | undefined): 'light' | 'dark' | undefined {
  return cookie === 'light' || cookie === 'dark' ? cookie : undefined;
}

/** Applies a choice to the running page and remembers it for a year. Browser only. */
export function applyTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset.theme;
  else root.dataset.theme = choice;
  const age = choice === 'system' ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari.
  document.cookie = `${THEME_COOKIE}=${choice}; path=/; max-age=${age}; samesite=lax`;
}
