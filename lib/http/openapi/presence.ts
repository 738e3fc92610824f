import 'server-only';
import { followPresence, showPresence } from '@/lib/presence/use-cases';
import type { Operation } from './operation';

/** Who draws on a draft right now. */
export const presence = [
  {
    method: 'get',
    path: '/processes/{processId}/presence',
    useCase: followPresence,
    summary:
      'Who has the draft open, what they select, who saved and what is said about it, live; following makes you one of them, unless you ask for conversations only',
    tag: 'Processes',
    mediaType: 'text/event-stream',
    answers:
      'Server-Sent Events: hello, people, moves, saved, conversations (that changed), missed (read them anew), ask (answer it with a POST)',
    refusals: [404],
  },
  {
    method: 'post',
    path: '/processes/{processId}/presence',
    useCase: showPresence,
    summary:
      'A sign of life of your window: what is selected there, where it points and looks, whom it follows',
    tag: 'Processes',
    answers: '{}',
    refusals: [404, 429],
  },
] as const satisfies readonly Operation[];
