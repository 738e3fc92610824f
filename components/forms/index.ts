/** Forms as people fill them in: start forms, tasks, approvals. */
export { FormFields, type FormFieldsProps } from './form-fields';
