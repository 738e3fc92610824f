import { ArrowRight, Ban, History } from 'lucide-react';
import Link from 'next/link';
import { neighbourhood, StaticDiagram } from '@/components/bpmn';
import { Section } from '@/components/ui/section';
import type { AuditEventAnswer } from '@/lib/audit/types';
import { ActorName } from './actor-name';
import { ChainSection } from './chain-section';
import { ChangesSection } from './changes-section';
import { JsonBlock } from './json-block';
import { ShownSection } from './shown-section';
import { formatMoment, type Zone, zoneName } from './zone';

const VIA: Record<string, string> = {
  session: 'signed in',
  token: 'by API token',
  link: 'by one-time link',
  timer: 'by timer',
  engine: 'by itself',
  system: 'by the system',
};

/** Everything an event says about itself, in words first and bytes last. */
export function EventDetail({ event, zone }: { event: AuditEventAnswer; zone: Zone }) {
  return (
    <article className="flex flex-col gap-5" data-testid="event-detail">
      <header className="flex flex-col gap-2">
        <p className="font-mono text-xs text-muted">
          seq {Number(event.position).toLocaleString('en')} · {event.type}
        </p>
        <h2 className="flex items-start gap-2 text-lg font-semibold tracking-[-.012em]">
          {event.refused && <Ban size={18} className="mt-1 flex-none text-incident" aria-label="Refused" />}
          <span className="min-w-0 break-words">{event.text}</span>
        </h2>
        <p className="text-xs text-muted">
          {formatMoment(event.at, zone, { year: true })} {zoneName(zone)}
          {event.instanceId && ` · event ${event.seq} of the instance`}
        </p>
        <p className="flex items-center gap-2 text-sm">
          <ActorName actor={event.actor} />
          <span className="text-muted">
            {event.causedBy && event.causedBy.id !== event.actor.id
              ? `followed from what ${event.causedBy.name} did, ${VIA[event.via] ?? event.via}`
              : (VIA[event.via] ?? event.via)}
          </span>
        </p>
        {event.reason && (
          <blockquote className="border-l-2 border-ink pl-3 text-sm whitespace-pre-wrap break-words">
            {event.reason}
          </blockquote>
        )}
        {event.erased && (
          <p className="text-sm text-muted">The content of this event was erased; its proof was kept.</p>
        )}
      </header>
      <MomentPicture event={event} />
      <ChangesSection changes={event.changes} />
      {event.contentDigest && (
        <ShownSection shown={event.shown} digest={event.contentDigest} intact={event.shownIntact} />
      )}
      <ChainSection event={event} />
      {event.data !== null && (
        <Section title="Payload" meta="JSON">
          <JsonBlock label="Payload" value={event.data} />
        </Section>
      )}
    </article>
  );
}

/** The drawing around the element as it stood then, and the way to the whole of it. */
function MomentPicture({ event }: { event: AuditEventAnswer }) {
  if (!event.instanceId) return null;
  const at = event.stream.startsWith('instance:') ? `?at=${event.seq}` : '';
  return (
    <div className="overflow-hidden rounded-lg border border-line-strong">
      {event.diagram && event.elementId && (
        <div className="flex h-32 justify-center border-b border-line bg-canvas p-2">
          <StaticDiagram
            view={neighbourhood(event.diagram, event.elementId, 1)}
            title={`Around “${event.elementName}” just after this event`}
          />
        </div>
      )}
      <Link
        href={`/instances/${event.instanceId}${at}`}
        className="flex min-h-9 items-center gap-2 px-3 text-sm font-medium text-primary hover:bg-hover"
      >
        <History size={15} aria-hidden />
        {at ? 'Open diagram at this moment' : 'Open the instance'}
        <ArrowRight size={15} className="ml-auto" aria-hidden />
      </Link>
    </div>
  );
}
