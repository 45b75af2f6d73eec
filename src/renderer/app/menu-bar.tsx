import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MenuList } from "../ui/menu.tsx";
import type { Commands } from "./commands/command.ts";
import { MENUS, menuEntries } from "./commands/menus.ts";

/** The menu bar: one tab stop, arrows move between menus, Down opens. */
export function MenuBar({ commands }: { readonly commands: Commands }) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [open, setOpen] = useState<"first" | "last" | null>(null);
  const focusButton = useCallback((at: number) => {
    bar.current?.querySelectorAll<HTMLElement>(":scope > .menu-anchor > button")[at]?.focus();
  }, []);
  const move = (step: number) => {
    const next = (stop + step + MENUS.length) % MENUS.length;
    setStop(next);
    if (open === null) focusButton(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowRight: () => move(1),
      ArrowLeft: () => move(-1),
      ArrowDown: () => setOpen("first"),
      ArrowUp: () => setOpen("last"),
    };
    const deed = deeds[event.key];
    if (open !== null || deed === undefined) return;
    event.preventDefault();
    deed();
  };
  const onClose = useCallback(
    (how: "escape" | "outside" | "chosen" | "tab") => {
      setOpen(null);
      if (how === "escape" || how === "tab") focusButton(stop);
    },
    [focusButton, stop],
  );
  return (
    <div
      ref={bar}
      className="menubar"
      role="menubar"
      aria-label={t("regions.menus")}
      data-region
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {MENUS.map(({ id, groups }, at) => (
        <span className="menu-anchor" key={id} role="none">
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open !== null && stop === at}
            tabIndex={stop === at ? 0 : -1}
            onClick={() => {
              setStop(at);
              setOpen(open !== null && stop === at ? null : "first");
            }}
            onPointerEnter={() => {
              if (open !== null) setStop(at);
            }}
          >
            {t(`menus.${id}`)}
          </button>
          {open !== null && stop === at ? (
            <MenuList
              label={t(`menus.${id}`)}
              entries={menuEntries(groups, commands)}
              start={open}
              onClose={onClose}
              onSideways={move}
            />
          ) : null}
        </span>
      ))}
    </div>
  );
}
