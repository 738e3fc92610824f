'use client';

import { elementName } from '@/components/instance/model/sentences';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { endsOf, type Session, type Waiting, waitingOf, waitingWords } from '@/lib/simulation';
import { AiCard } from './cards/ai-card';
import { EventCard } from './cards/event-card';
import { GatewayCard } from './cards/gateway-card';
import { TaskCard } from './cards/task-card';
import { WorkCard } from './cards/work-card';
import { type CardProps, useSimulation, useSimulationStore } from './context';

/** Everything that waits, each with what can become of it. */
export function WaitingList({ session, caughtUp }: { session: Session; caughtUp: boolean }) {
  const document = useSimulation((state) => state.document);
  const refused = useSimulation((state) => state.refused);
  const { skip, reset } = useSimulationStore().getState();
  if (!caughtUp)
    return (
      <EmptyState title="On its way" actions={<Button onClick={skip}>Show where it stops</Button>}>
        What it waits for then is listed here.
      </EmptyState>
    );
  const waiting = waitingOf(session);
  return (
    <div className="flex flex-col gap-5 p-4.5">
      {refused && (
        <Banner tone="error" live>
          {refused}
        </Banner>
      )}
      {session.state.status !== 'running' && (
        <Banner
          tone={session.state.status === 'completed' ? 'success' : 'warning'}
          title={`The process ${ENDED[session.state.status]}`}
          actions={<Button onClick={reset}>Start over</Button>}
        >
          {endsOf(session)
            .map((id) => elementName(document, id))
            .join(', ')}
        </Banner>
      )}
      {waiting.map((each) => (
        <Section
          key={each.key}
          level={3}
          title={titleOf(each, document)}
          meta={each.listens ? `may happen: ${waitingWords(each.kind)}` : waitingWords(each.kind)}
        >
          <div data-waiting={each.elementId} data-kind={each.kind}>
            <Card session={session} document={document} waiting={each} />
          </div>
        </Section>
      ))}
    </div>
  );
}

const ENDED = { running: '', completed: 'completed', terminated: 'was ended', failed: 'failed' } as const;

function titleOf({ elementId, iteration }: Waiting, document: CardProps['document']): string {
  const name = elementName(document, elementId);
  return iteration === undefined ? name : `${name}, no. ${iteration}`;
}

function Card(props: CardProps & { waiting: Waiting }) {
  switch (props.waiting.kind) {
    case 'gateway':
      return <GatewayCard {...props} />;
    case 'ai':
      return <AiCard {...props} />;
    case 'work':
    case 'call':
      return <WorkCard {...props} />;
    case 'task':
    case 'approval':
      return <TaskCard {...props} />;
    default:
      return <EventCard {...props} />;
  }
}
