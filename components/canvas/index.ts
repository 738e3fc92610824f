/** The canvas: looking at diagrams and drawing them. React Flow is imported in this folder only. */
export { DiagramCanvas, type DiagramCanvasProps, type ElementLook } from './diagram-canvas';
export { EditorCanvas, type EditorCanvasProps } from './editor-canvas';
export {
  isCharacterKey,
  isTyping,
  keyList,
  keyName,
  keyWords,
  SHORTCUTS,
  type Shortcut,
  type ShortcutId,
  shortcutOf,
} from './shortcuts';
export { viewOf } from './view/view-of';
