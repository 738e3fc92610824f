/** The view model belongs to the document, which projects to it; drawings take its types from here. */
export type * from '@/lib/document/view-types';
