import type { ElementRule } from '../define';
import { aiCallBpmn } from './bpmn';
import { linksOf } from './chain';
import { MOST_FALLBACKS } from './schema';

/** A model that stands twice in a chain is asked again at once, which helps nobody and costs as much. */
export const aiFallback: ElementRule = {
  code: 'ai-fallback',
  check({ document, element, report }) {
    const links = linksOf(aiCallBpmn.read(document, element.id));
    if (links.length - 1 > MOST_FALLBACKS)
      report('error', `At most ${MOST_FALLBACKS} models can stand in for the first one.`, 'fallbacks');
    links.forEach(({ provider, model }, index) => {
      const first = links.findIndex((each) => each.provider === provider && each.model === model);
      if (first < index)
        report(
          'warning',
          `Fallback ${index} is the same model as ${first === 0 ? 'the first one' : `fallback ${first}`}, so it would fail the same way. Choose another, or remove it.`,
          `fallbacks[${index - 1}]`,
        );
    });
  },
};
