import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { type MenuEntry, MenuList } from "./menu.tsx";

interface MenuButtonProps {
  /** Name of the open menu. */
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  /** As a function where finding them takes a while: it is asked while the menu is open only. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly icon?: IconName;
  readonly variant?: "default" | "quiet";
  readonly end?: boolean;
}

/** A button that opens a menu below itself. */
export function MenuButton(props: MenuButtonProps) {
  const { label, children, entries, icon, variant = "quiet", end = false } = props;
  const [open, setOpen] = useState<"first" | "last" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className="menu-anchor">
      <Button
        ref={button}
        variant={variant}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        {...(icon === undefined ? {} : { icon })}
        onClick={() => setOpen(open === null ? "first" : null)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpen(event.key === "ArrowDown" ? "first" : "last");
        }}
      >
        {children}
        <Icon name="down" size={14} />
      </Button>
      {open === null ? null : (
        <MenuList
          label={label}
          entries={typeof entries === "function" ? entries() : entries}
          end={end}
          start={open}
          onClose={(how) => {
            setOpen(null);
            if (how !== "outside") button.current?.focus();
          }}
        />
      )}
    </span>
  );
}
