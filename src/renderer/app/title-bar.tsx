import { useTranslation } from "react-i18next";
import type { LibraryEntry } from "../data/library-entry.ts";
import { Icon } from "../ui/icon.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Tag } from "../ui/tag.tsx";
import type { Commands } from "./commands/command.ts";
import { shownKeys } from "./commands/command-keys.ts";
import { useNativeMenu } from "./commands/use-native-menu.ts";
import { MenuBar } from "./menu-bar.tsx";
import { SaveIndicator } from "./save-indicator.tsx";

interface TitleBarProps {
  readonly commands: Commands;
  /** The current plan; `undefined` when there is none. */
  readonly entry: LibraryEntry | undefined;
}

/** Menus, the current plan with its period and status, search, and whether all is saved. */
export function TitleBar({ commands, entry }: TitleBarProps) {
  const { t } = useTranslation();
  const nativeMenu = useNativeMenu(commands);
  return (
    <header className="titlebar">
      <span className="logo" aria-hidden="true">
        五
      </span>
      {nativeMenu ? null : <MenuBar commands={commands} />}
      <div className="plan">{entry === undefined ? <CurrentNone /> : <CurrentEntry entry={entry} />}</div>
      <span className="spacer" />
      <button type="button" className="find" onClick={commands.find.run}>
        <Icon name="search" size={14} />
        {t("find.placeholder")}
        <span className="spacer" />
        <Kbd keys={shownKeys("find") ?? ""} />
      </button>
      <SaveIndicator planId={entry?.id} />
    </header>
  );
}

function CurrentNone() {
  const { t } = useTranslation();
  return <span className="muted">{t("noPlan")}</span>;
}

function CurrentEntry({ entry }: { readonly entry: LibraryEntry }) {
  const { t } = useTranslation();
  return (
    <>
      <b title={entry.title}>{entry.title}</b>
      <span className="muted">{t("period", { ...entry.period })}</span>
      <Tag dashed={entry.status !== "issued"}>{t(`status.${entry.status}`)}</Tag>
    </>
  );
}
