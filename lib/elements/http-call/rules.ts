import type { ElementRule } from '../define';
import { looksSecret } from '../secrets';
import { httpCallBpmn } from './bpmn';

/** An address that is missing or is none. */
export const httpUrl: ElementRule = {
  code: 'http-url',
  check({ document, element, report }) {
    const url = httpCallBpmn.read(document, element.id).url.trim();
    if (url === '') return report('error', 'Enter the address this step calls.', 'url');
    if (!url.startsWith('=') && !/^https?:\/\/[^\s/]+/i.test(url))
      report('error', `“${url}” is not an address that begins with https:// or http://.`, 'url');
  },
};

/** A password or token written into the diagram, where everybody can read it. */
export const httpSecret: ElementRule = {
  code: 'secret-literal',
  check({ document, element, report }) {
    const { headers, url, body } = httpCallBpmn.read(document, element.id);
    const say = (field: string) =>
      report(
        'warning',
        'This looks like a password or token. Store it as a secret in Settings and name it here instead.',
        field,
      );
    headers.forEach(({ name, value }, index) => {
      const literal = !value.trim().startsWith('=') && value.trim() !== '';
      if (literal && (/^(?:authorization|x-api-key|cookie)$/i.test(name.trim()) || looksSecret(value)))
        say(`headers[${index}].value`);
    });
    if (looksSecret(url) || /:\/\/[^/\s@]+:[^/\s@]+@/.test(url)) say('url');
    if (looksSecret(body)) say('body');
  },
};
