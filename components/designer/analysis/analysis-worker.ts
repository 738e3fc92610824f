/** Rules, compiler and FEEL parser in a thread of their own. */
import { Analyst } from '@/lib/analysis/analyst';
import type { Request, Response } from '@/lib/analysis/types';

/** The part of a worker's global scope that is needed; the project's types are those of a page. */
interface Scope {
  addEventListener(type: 'message', listener: (event: { data: Request }) => void): void;
  postMessage(response: Response): void;
}

const scope = self as unknown as Scope;
const analyst = new Analyst();

scope.addEventListener('message', ({ data: { serial, question, change } }) =>
  scope.postMessage({ serial, answer: analyst.ask(question, change) }),
);
