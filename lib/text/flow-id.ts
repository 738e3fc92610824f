/** The id of a flow that the text gives none. */
export const flowId = (source: string, target: string): string => `Flow_${source}_${target}`;
