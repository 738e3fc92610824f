/** The stored document's types live in the engine, which compiles them; everybody else takes them from here. */
export type {
  DocElement,
  ElementId,
  InlineProperty,
  InlineValue,
  Json,
  ProcessDocument,
} from '@/engine/compile/document';
