/** A name with its namespace resolved; `uri` is empty for no namespace. */
export interface XmlName {
  uri: string;
  local: string;
}

export interface XmlAttribute extends XmlName {
  value: string;
}

/** An element of the file with every prefix resolved; adjacent text is one string. */
export interface XmlNode {
  name: XmlName;
  attributes: XmlAttribute[];
  children: (XmlNode | string)[];
  /** The resolved value of `xsi:type`, which is then also among the attributes. */
  schemaType?: XmlName;
}

export interface XmlTree {
  root: XmlNode;
  /** Prefix → URI; declarations below the root are lifted, under a new prefix where theirs is taken. */
  namespaces: Record<string, string>;
  /** Things the tree doesn't hold. */
  dropped: { comments: number; instructions: number; htmlEntities: string[] };
}

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const XML = 'http://www.w3.org/XML/1998/namespace';
export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const BPMNDI = 'http://www.omg.org/spec/BPMN/20100524/DI';
export const DI = 'http://www.omg.org/spec/DD/20100524/DI';
export const DC = 'http://www.omg.org/spec/DD/20100524/DC';

/** The text of an element without element children; undefined when it has some. */
export function textOnly(node: XmlNode): string | undefined {
  return node.children.every((child) => typeof child === 'string') ? node.children.join('') : undefined;
}

/** The element children. */
export const elementsIn = (node: XmlNode): XmlNode[] =>
  node.children.filter((child): child is XmlNode => typeof child !== 'string');
