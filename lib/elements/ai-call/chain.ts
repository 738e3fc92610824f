import type { AiLink } from './config';
import type { AiCallView, LinkView } from './schema';

type Chain = Pick<AiCallView, 'provider' | 'model' | 'fallbacks'>;

/** All models of a step in the order in which they are asked; the first one is the step's own. */
export const linksOf = ({ provider, model, fallbacks }: Chain): LinkView[] => [
  { provider, model },
  ...fallbacks,
];

/** The same models as the members of a view; without any, the default is asked. */
export function chainOf([first, ...fallbacks]: readonly LinkView[]): Chain {
  return { provider: first?.provider ?? '', model: first?.model ?? '', fallbacks };
}

/** The list with one member moved to another place; the order of the others stays. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  return list[from] === undefined ? rest : [...rest.slice(0, to), list[from], ...rest.slice(to)];
}

/** As the engine keeps it: what is empty is absent. */
export const linkOf = ({ provider, model }: LinkView): AiLink => ({
  ...(provider ? { provider } : {}),
  ...(model ? { model } : {}),
});
