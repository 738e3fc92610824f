/** The text form of models: YAML that people write and that loses nothing. Pure; runs in a browser. */
export { readText, type TextSuccess } from './read/document';
export { documentToText } from './write/document';
