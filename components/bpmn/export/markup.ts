import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

type Props = Record<string, unknown> & { children?: ReactNode; style?: { colorScheme?: string } };

/** Attributes that SVG spells as they are in JSX; all others in camel case have hyphens. */
const AS_THEY_ARE = /^(?:viewBox|preserveAspectRatio|data-.*|aria-.*|xml.*)$/;
/** What only means something on a page. */
const PAGE_ONLY = new Set(['children', 'className', 'style', 'key', 'ref']);

/**
 * Writes a drawing of plain components (no hooks, no context) as SVG text. `react-dom/server` would do it, but
 * is not available to route handlers: they see React under the condition `react-server`.
 * @param paint turns an attribute's value into the file's, told whether it lies on a dark ground.
 */
export function svgMarkup(node: ReactNode, paint: (value: string, dark: boolean) => string): string {
  const write = (child: ReactNode, dark: boolean): string => {
    if (child === null || child === undefined || typeof child === 'boolean') return '';
    if (Array.isArray(child)) return child.map((each) => write(each, dark)).join('');
    if (!isValidElement(child)) return escaped(String(child));
    const { type, props } = child as ReactElement<Props>;
    const component = componentOf(type);
    if (component) return write(component(props), dark);
    if (type === Fragment) return write(props.children, dark);
    const onDark = props.style?.colorScheme ? props.style.colorScheme === 'dark' : dark;
    const attributes = attributesOf(props, (value) => paint(value, onDark));
    const content = write(props.children, onDark);
    return content === '' ? `<${type}${attributes}/>` : `<${type}${attributes}>${content}</${type}>`;
  };
  return write(node, false);
}

type Component = (props: Props) => ReactNode;

/** The function behind a component, memoised or not; undefined for an SVG element. */
function componentOf(type: unknown): Component | undefined {
  if (typeof type === 'function') return type as Component;
  return typeof type === 'object' && type !== null && 'type' in type ? componentOf(type.type) : undefined;
}

function attributesOf(props: Props, paint: (value: string) => string): string {
  return Object.entries(props)
    .filter(
      ([name, value]) => !PAGE_ONLY.has(name) && value !== undefined && value !== null && value !== false,
    )
    .map(([name, value]) => ` ${attributeName(name)}="${escaped(paint(String(value)))}"`)
    .join('');
}

const attributeName = (name: string): string =>
  AS_THEY_ARE.test(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text and attribute values alike; what XML can't carry at all is left out. */
const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden in XML 1.0
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
