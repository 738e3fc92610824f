/** The document as a tree that can be read and edited without seeing the drawing. Pure; runs in a browser. */
export * from './find';
export * from './outline';
export * from './steps';
export * from './words';
