import 'server-only';
import { OutboundError } from '@/lib/outbound/errors';
import { secretFor } from './secrets';

export interface StepHeader {
  name: string;
  value: string;
  /** Written in the process itself: only there a secret may be named, never in what data brings. */
  literal: boolean;
}

/** What the client sets itself, or what would change whom the request speaks to. */
const RESERVED =
  /^(?:host|content-length|transfer-encoding|connection|upgrade|te|trailer|expect|keep-alive|proxy-.*)$/i;
const REFERENCE = /\{\{\s*secret\.([A-Za-z][A-Za-z0-9_]*)\s*\}\}|\bsecret\.([A-Za-z][A-Za-z0-9_]*)/g;

/**
 * The headers of a step's request with its secrets filled in: where a header written in the process names
 * `secret.NAME`, there; else the step's own secret as a bearer token.
 * @returns the headers, and the secret values to be kept out of everything that is recorded
 * @throws SecretError for a secret that is unknown or bound to other hosts; OutboundError for a header that can't be set
 */
export async function stepHeaders(
  url: URL,
  given: readonly StepHeader[],
  secret: string | undefined,
): Promise<{ headers: Headers; secrets: string[] }> {
  const headers = new Headers();
  const values = new Map<string, string>();
  const secretNamed = async (name: string): Promise<string> => {
    const value = values.get(name) ?? (await secretFor(name, url));
    values.set(name, value);
    return value;
  };
  for (const header of given) {
    if (header.name === '') continue;
    if (RESERVED.test(header.name))
      throw new OutboundError('bad-address', `The header “${header.name}” can't be set by a step.`);
    setHeader(headers, header.name, header.literal ? await filled(header.value, secretNamed) : header.value);
  }
  if (secret && !values.has(secret))
    setHeader(headers, 'authorization', `Bearer ${await secretNamed(secret)}`);
  return { headers, secrets: [...values.values()] };
}

async function filled(template: string, secretNamed: (name: string) => Promise<string>): Promise<string> {
  let text = '';
  let end = 0;
  for (const match of template.matchAll(REFERENCE)) {
    text += template.slice(end, match.index) + (await secretNamed(match[1] ?? match[2] ?? ''));
    end = match.index + match[0].length;
  }
  return text + template.slice(end);
}

function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    // The message of the platform quotes the value, which may be a secret.
    throw new OutboundError(
      'bad-address',
      `The header “${name}” has a name or value that HTTP does not allow.`,
    );
  }
}
