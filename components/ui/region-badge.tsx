import { Chip } from './chip';

/** Where a provider processes data, in its administrator's words. What nobody has stated is said to be so. */
export function RegionBadge({ region }: { region: string | null | undefined }) {
  return region ? <Chip>Data: {region}</Chip> : <Chip tone="wait">Data: not stated</Chip>;
}
