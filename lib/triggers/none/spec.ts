import { defineTrigger } from '../define';

/** An event that only marks a point: nothing is waited for and nothing thrown. */
export const none = defineTrigger({ name: 'none', type: undefined, label: 'plain event' });
