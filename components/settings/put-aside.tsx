import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { OpenIncident } from '@/lib/instances/open-incidents';
import { InstanceLink } from './deliveries';
import { ReasonAction } from './reason-action';

interface PutAsideProps {
  incidents: readonly OpenIncident[];
  /** There are more than these. */
  more: boolean;
  mayOperate: boolean;
}

/** Instances and work that the engine touches no more until a person says so. */
export function PutAside({ incidents, more, mayOperate }: PutAsideProps) {
  return (
    <Section title="Instances put aside" meta={`${incidents.length}${more ? '+' : ''}`}>
      {incidents.length === 0 ? (
        <EmptyState title="Nothing was put aside">
          Instances that can’t be read, and work that ended its workers again and again, wait here.
        </EmptyState>
      ) : (
        <DataTable label="Instances put aside" className="rounded-md border border-line">
          <TableHead>
            <Th>Instance</Th>
            <Th>Where</Th>
            <Th>Why</Th>
            <Th>Put aside</Th>
            {mayOperate && <Th aria-label="Actions" />}
          </TableHead>
          <tbody>
            {incidents.map((incident) => (
              <Tr key={incident.incidentId}>
                <Td strong>
                  <InstanceLink id={incident.instanceId} text={incident.about ?? incident.instanceId} />
                </Td>
                <Td>{incident.elementId || 'the whole instance'}</Td>
                <Td>{incident.message}</Td>
                <Td>
                  <Time value={incident.raisedAt} />
                </Td>
                {mayOperate && (
                  <Td numeric>
                    <ReasonAction
                      verb="Retry"
                      about={incident.about ?? incident.instanceId}
                      title="Let it go on?"
                      description="The engine takes it up again. When it fails as before, it comes back here."
                      confirm="Let it go on"
                      path={`/incidents/${encodeURIComponent(incident.incidentId)}/retry`}
                    />
                  </Td>
                )}
              </Tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
