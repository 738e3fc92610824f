import { cloneElement, isValidElement, type ReactNode, type SyntheticEvent } from 'react';

type Handler = (event: never) => void;
type Props = Record<string, unknown>;

/**
 * A button as somebody passed it in, with what makes it open something. Its own handlers run first, and ours don't
 * where they prevented the default.
 * @param button one element
 */
export function asTrigger(button: ReactNode, props: Props): ReactNode {
  if (!isValidElement<Props>(button)) return button;
  const merged = Object.fromEntries(
    Object.entries(props).map(([name, value]) => {
      const own = button.props[name];
      return [name, isHandler(name, own) && isHandler(name, value) ? inTurn(own, value) : value];
    }),
  );
  return cloneElement(button, merged);
}

const isHandler = (name: string, value: unknown): value is Handler =>
  name.startsWith('on') && typeof value === 'function';

const inTurn = (own: Handler, ours: Handler) => (event: SyntheticEvent) => {
  own(event as never);
  if (!event.defaultPrevented) ours(event as never);
};
