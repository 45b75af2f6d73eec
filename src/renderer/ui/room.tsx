import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { createPortal } from "react-dom";

/** Where a room puts the contents of the status bar; the shell provides the element. */
export const StatusSlotContext = createContext<HTMLElement | null>(null);

interface RoomProps {
  readonly title: string;
  /** Stands behind the title: counts, the chosen indicator. */
  readonly lead?: ReactNode;
  /** Filters and views, left of the free space. */
  readonly toolbar?: ReactNode;
  /** Deeds at the right end; at most one of them primary. */
  readonly actions?: ReactNode;
  /** A message for the whole room, below the toolbar. */
  readonly notice?: ReactNode;
  /** The panel at the right; a {@link Panel}. */
  readonly panel?: ReactNode;
  /** Contents of the status bar: spans, with `<span className="spacer" />` before what stands at the right. */
  readonly status?: ReactNode;
  /** Data attributes of the main element. */
  readonly data?: Readonly<Record<`data-${string}`, string | number>>;
  readonly children: ReactNode;
}

/** The frame that every room shares: title and toolbar, work area, panel, and its part of the status bar. */
export function Room({ title, lead, toolbar, actions, notice, panel, status, data, children }: RoomProps) {
  const slot = useContext(StatusSlotContext);
  const room = useRef<HTMLElement>(null);
  useEffect(() => {
    // Changing rooms leaves the focus nowhere; the next key shall go on from the new room.
    if (document.activeElement === document.body) room.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={room} className="room" data-region tabIndex={-1} aria-label={title} {...data}>
      <div className="toolbar">
        <h1>{title}</h1>
        {lead}
        {toolbar === undefined ? null : <span className="sep" />}
        {toolbar}
        <span className="spacer" />
        {actions}
      </div>
      <div className="room-notice">{notice}</div>
      <div className="room-body">
        <div className="work">{children}</div>
        {panel}
      </div>
      {slot === null || status === undefined ? null : createPortal(status, slot)}
    </main>
  );
}
