/** The process designer. */
export type { DesignerApi } from './api';
export { Designer, type DesignerProps } from './designer';
export { fetchDesignerApi } from './fetch-api';
export { openStorage } from './save/kept-draft';
