/** Who publishes the samples; a service of ours, not a person. */
export const INSTALLER = { id: 'installer', name: 'Installer' } as const;
