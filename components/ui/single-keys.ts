const KEY = 'countersign:single-keys';

/**
 * Whether shortcuts of a single character act in this browser (WCAG 2.2, success criterion 2.1.4). They do unless
 * somebody switched them off in Settings; without storage they do.
 */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches shortcuts of a single character on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // A browser that stores nothing keeps the shortcuts on.
  }
}
