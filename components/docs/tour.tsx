import Link from 'next/link';
import { CopyButton } from '@/components/ui/copy-button';

const AUTH = '-H "Authorization: Bearer $TOKEN"';
const JSON_BODY = "-H 'Content-Type: application/json'";

/** From nothing to a decided task in five lines of curl. Variables are filled from the answer before. */
export const tourSteps = (origin: string): readonly { words: string; answer: string; line: string }[] => [
  {
    words: 'Import a BPMN file',
    answer: 'processId',
    line: `curl ${origin}/api/v1/processes ${AUTH} -H 'Content-Type: application/xml' --data-binary @process.bpmn`,
  },
  {
    words: 'Publish it: versions never change',
    answer: 'version',
    line: `curl ${origin}/api/v1/processes/$PROCESS/publish ${AUTH} ${JSON_BODY} -d '{"note":"First version"}'`,
  },
  {
    words: 'Start an instance and wait until it stops or ends',
    answer: 'instanceId',
    line: `curl "${origin}/api/v1/processes/$PROCESS/instances?wait=5s" ${AUTH} ${JSON_BODY} -d '{"variables":{}}'`,
  },
  {
    words: 'See what waits for a person; /tasks/$TASK shows one with its contentDigest',
    answer: 'items[].taskId',
    line: `curl "${origin}/api/v1/tasks?instanceId=$INSTANCE" ${AUTH}`,
  },
  {
    words: 'Decide it: the digest proves what you saw',
    answer: 'instanceStatus',
    line: `curl ${origin}/api/v1/tasks/$TASK/complete ${AUTH} ${JSON_BODY} -d '{"outcome":"approve","contentDigest":"'$DIGEST'"}'`,
  },
];

/** The tour, and where its token comes from. */
export function Tour({ origin }: { origin: string }) {
  return (
    <section aria-labelledby="tour" className="mt-6">
      <h2 id="tour" className="text-lg font-semibold tracking-[-.018em]">
        Five lines of curl
      </h2>
      <p className="mt-1 text-muted">
        First{' '}
        <Link href="/settings/tokens" className="inline-link">
          create a token in Settings
        </Link>{' '}
        with the roles designer, operator and reviewer, and put it into <code>TOKEN</code>. Each line answers
        JSON; what the next one needs stands beside it.
      </p>
      <ol className="mt-3 flex flex-col gap-2.5">
        {tourSteps(origin).map(({ words, answer, line }, index) => (
          <li key={words}>
            <p className="text-xs">
              <span className="mr-1.5 font-mono text-muted">{index + 1}</span>
              {words} <span className="text-muted">→</span> <code>{answer}</code>
            </p>
            <div className="mt-1 flex items-start gap-1.5 rounded-md border border-line bg-sunken py-1 pl-3 pr-1">
              <code className="min-w-0 grow break-words py-1 text-xs">{line}</code>
              <CopyButton text={line} label={`Copy line ${index + 1}`} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
