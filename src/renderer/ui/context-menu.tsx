import { useLayoutEffect, useRef } from "react";
import { type MenuEntry, MenuList } from "./menu.tsx";

interface ContextMenuProps {
  readonly label: string;
  /** Where it opens, in px of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly MenuEntry[];
  /** `chosen` comes before the entry runs. */
  readonly onClose: (how: "escape" | "outside" | "chosen" | "tab") => void;
}

/** Space in px that a menu keeps from the edges of the window. */
const EDGE = 4;

/** A menu at a place of the window, moved so that all of it is seen. */
export function ContextMenu({ label, at, entries, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = anchor.current?.firstElementChild;
    if (!anchor.current || !menu) return;
    const { width, height } = menu.getBoundingClientRect();
    const fit = (place: number, size: number, room: number) =>
      Math.max(EDGE, Math.min(place, room - size - EDGE));
    anchor.current.style.left = `${fit(at.x, width, window.innerWidth)}px`;
    anchor.current.style.top = `${fit(at.y, height, window.innerHeight)}px`;
  }, [at]);
  return (
    <div ref={anchor} className="context-menu" onContextMenu={(event) => event.preventDefault()}>
      <MenuList label={label} entries={entries} onClose={onClose} />
    </div>
  );
}
