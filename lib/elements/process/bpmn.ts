import { z } from 'zod';
import { mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';

const STARTERS = 'countersign:Starters';

export const processSchema = z.object({
  /** Names, addresses or ids of people who may start it, divided by commas. */
  starterPeople: z.string().default(''),
  /** Groups whose members may start it. Both empty: everybody whose role allows it. */
  starterGroups: z.string().default(''),
});
export type ProcessView = z.infer<typeof processSchema>;

/** Who may start a process: our own words, else those of Camunda 7 and Flowable, which mean the same. */
export const processBpmn: BpmnBinding<ProcessView> = {
  read(document, id) {
    const element = mustGet(document, id);
    const own = extensionOf(element, STARTERS);
    if (own)
      return { starterPeople: textOf(own, 'people') ?? '', starterGroups: textOf(own, 'groups') ?? '' };
    return {
      starterPeople: vendorAttribute(element, 'candidateStarterUsers') ?? '',
      starterGroups: vendorAttribute(element, 'candidateStarterGroups') ?? '',
    };
  },
  write(view, document, id) {
    const before = processBpmn.read(document, id);
    const { starterPeople: people, starterGroups: groups } = view;
    if (before.starterPeople === people && before.starterGroups === groups) return {};
    const element = mustGet(document, id);
    const narrowed = people !== '' || groups !== '';
    return {
      update: {
        [id]: {
          // else what another tool wrote would count again as soon as ours is emptied
          attrs: vendorless(Object.keys(element.attrs)),
          values: withExtensions(element, { [STARTERS]: narrowed ? { people, groups } : null }),
        },
      },
    };
  },
};

const vendorless = (names: readonly string[]): Record<string, null> =>
  Object.fromEntries(
    names.filter((name) => /:candidateStarter(?:Users|Groups)$/.test(name)).map((name) => [name, null]),
  );

/** The names in a list divided by commas. */
export const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
