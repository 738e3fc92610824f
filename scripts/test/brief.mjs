/**
 * Whether the browser tests leave out what is marked `@deep`: second looks at what a test below the browser shows
 * too. All run with `CI=true`, and when specs are named.
 * @param {string[]} args what was asked for beyond the part
 * @param {Record<string, string | undefined>} env
 */
export const isBrief = (args, env) => args.length === 0 && env.COUNTERSIGN_DEEP !== '1';
