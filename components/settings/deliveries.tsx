import Link from 'next/link';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { SetAside } from '@/lib/operations/set-aside';
import { deliveryWords } from './delivery-words';
import { ReasonAction } from './reason-action';

interface DeliveriesProps {
  deliveries: readonly SetAside[];
  /** There are more than these. */
  more: boolean;
  mayOperate: boolean;
}

/** What the engine could not deliver: it is tried again or dropped by a person. */
export function Deliveries({ deliveries, more, mayOperate }: DeliveriesProps) {
  return (
    <Section title="Deliveries set aside" meta={`${deliveries.length}${more ? '+' : ''}`}>
      {deliveries.length === 0 ? (
        <EmptyState title="Nothing was set aside">
          Messages, signals and calls that were refused five times in a row wait here, so that others go on.
        </EmptyState>
      ) : (
        <DataTable label="Deliveries set aside" className="rounded-md border border-line">
          <TableHead>
            <Th>What</Th>
            <Th>Why</Th>
            <Th>Instance</Th>
            <Th>Set aside</Th>
            {mayOperate && <Th aria-label="Actions" />}
          </TableHead>
          <tbody>
            {deliveries.map((delivery) => (
              <Tr key={delivery.deliveryId}>
                <Td strong>{deliveryWords(delivery)}</Td>
                <Td>{delivery.error}</Td>
                <Td>{delivery.instanceId && <InstanceLink id={delivery.instanceId} />}</Td>
                <Td>
                  <Time value={delivery.setAsideAt} />
                </Td>
                {mayOperate && (
                  <Td numeric>
                    <Actions delivery={delivery} />
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

/** The way to an instance from a list. */
export const InstanceLink = ({ id, text = 'Open' }: { id: string; text?: string }) => (
  <Link className="inline-link" href={`/instances/${encodeURIComponent(id)}`}>
    {text}
  </Link>
);

function Actions({ delivery }: { delivery: SetAside }) {
  const about = deliveryWords(delivery);
  const path = `/deliveries/${encodeURIComponent(delivery.deliveryId)}`;
  return (
    <span className="inline-flex gap-1.5">
      <ReasonAction
        verb="Retry"
        about={about}
        title="Try it again?"
        description="It is delivered as if it were new. When it is refused again, it comes back here."
        confirm="Retry delivery"
        path={`${path}/retry`}
      />
      <ReasonAction
        verb="Drop"
        about={about}
        title={`Drop ${about}?`}
        description="It is removed and nobody ever gets it. This can’t be undone."
        confirm="Drop delivery"
        danger
        path={`${path}/drop`}
      />
    </span>
  );
}
