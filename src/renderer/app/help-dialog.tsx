import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import type { Commands } from "./commands/command.ts";
import { shownKeys } from "./commands/command-keys.ts";

interface HelpDialogProps {
  readonly commands: Commands;
  readonly onClose: () => void;
}

/** All keys: those of the commands, of the indicator table and of the interface. */
export function HelpDialog({ commands, onClose }: HelpDialogProps) {
  const { t } = useTranslation();
  const rows = Object.values(commands).flatMap(({ id, label }) => {
    const keys = shownKeys(id);
    return keys === undefined ? [] : [{ label, keys }];
  });
  const grid = [
    { label: t("help.grid.move"), keys: `${t("help.keys.move")}, Tab, Enter` },
    { label: t("help.grid.edit"), keys: "F2" },
    { label: t("help.grid.replace"), keys: t("help.keys.replace") },
    { label: t("help.grid.clear"), keys: "Delete" },
    { label: t("help.grid.list"), keys: "Alt+↓" },
    { label: t("help.grid.mend"), keys: "Alt+Enter" },
    { label: t("help.grid.menu"), keys: "Shift+F10" },
    { label: t("help.grid.clipboard"), keys: "Ctrl+C, X, V" },
    { label: t("help.grid.ends"), keys: "Home, End" },
    { label: t("help.grid.corners"), keys: "Ctrl+Home, Ctrl+End" },
    { label: t("help.grid.edges"), keys: "Ctrl+↑ ↓ ← →" },
    { label: t("help.grid.extend"), keys: `Shift+${t("help.keys.move")}` },
    { label: t("help.grid.whole"), keys: t("help.keys.whole") },
    { label: t("help.grid.everywhere"), keys: "Ctrl+Enter" },
    { label: t("help.grid.break"), keys: "Alt+Enter" },
    { label: t("help.grid.fill"), keys: "Ctrl+D, Ctrl+R" },
    { label: t("help.grid.find"), keys: "Ctrl+F, Ctrl+H" },
  ];
  const compare = [
    { label: t("help.compare.value"), keys: "Alt+Enter" },
    { label: t("help.compare.rule"), keys: "Alt+Shift+Enter" },
  ];
  const scenario = [
    { label: t("help.scenario.add"), keys: "Insert" },
    { label: t("help.scenario.duplicate"), keys: "Ctrl+Insert" },
    { label: t("help.scenario.rename"), keys: "F2, Shift+F2" },
    { label: t("help.scenario.remove"), keys: "Delete" },
    { label: t("help.scenario.menu"), keys: "Shift+F10" },
    { label: t("help.scenario.set"), keys: "Alt+↓" },
  ];
  const source = [
    { label: t("help.source.find"), keys: "Ctrl+F" },
    { label: t("help.source.finds"), keys: "F3, Shift+F3" },
    { label: t("help.source.statements"), keys: "Alt+↓, Alt+↑" },
    { label: t("help.source.back"), keys: "Esc, Alt+←" },
  ];
  const page = [
    { label: t("help.page.search"), keys: "Ctrl+F" },
    { label: t("help.page.open"), keys: "Enter" },
    { label: t("help.page.close"), keys: "Esc" },
  ];
  return (
    <Dialog
      title={t("help.title")}
      wide
      reading
      onClose={onClose}
      actions={<Button onClick={onClose}>{t("help.close")}</Button>}
    >
      <p className="muted">{t("help.intro")}</p>
      <div className="keys">
        <KeyList title={t("help.sections.commands")} rows={rows} />
        <div>
          <KeyList title={t("help.sections.grid")} rows={grid} />
          <KeyList title={t("help.sections.compare")} rows={compare} />
          <KeyList title={t("help.sections.scenario")} rows={scenario} />
          <KeyList title={t("help.sections.source")} rows={source} />
          <KeyList title={t("help.sections.page")} rows={page} />
        </div>
      </div>
    </Dialog>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly keys: string }[];
}

function KeyList({ title, rows }: KeyListProps) {
  return (
    <div className="key-list">
      <h3>{title}</h3>
      {rows.map(({ label, keys }) => (
        <div className="key-row" key={label}>
          {label}
          <Kbd keys={keys} />
        </div>
      ))}
    </div>
  );
}
