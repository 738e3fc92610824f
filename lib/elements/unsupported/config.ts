/** Drawn, kept and explained, not executable yet: an incident `not-implemented` when reached. */
export interface UnsupportedConfig {
  what: string;
}
