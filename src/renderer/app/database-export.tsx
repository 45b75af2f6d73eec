import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DesktopBridge, Reply } from "#bridge/desktop-bridge.ts";
import { type DatabaseOutcome, exportDatabase } from "../data/backup/export-database.ts";
import { machineErrorText } from "../i18n/error-text.ts";
import { Button } from "../ui/button.tsx";

/** The way out where the database is not opened: all of it as a file, which a newer program takes in. Nothing in it changes. */
export function DatabaseExport({ bridge }: { readonly bridge: DesktopBridge }) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const [reply, setReply] = useState<Reply<DatabaseOutcome> | null>(null);
  const run = async () => setReply(await exportDatabase(bridge, t("safety:ways.fileName")));
  return (
    <>
      <Button icon="export" onClick={() => void run()}>
        {t("safety:ways.exportDatabase")}
      </Button>
      {reply === null ? null : <span role="status">{told(reply)}</span>}
    </>
  );

  function told(outcome: Reply<DatabaseOutcome>): string {
    if (!outcome.ok) return machineErrorText(t, outcome.code);
    const { kind, isStripped } = outcome.value;
    if (kind !== "saved") return "";
    const done = t("safety:ways.exported", { ...outcome.value });
    return isStripped ? `${done}${t("safety:ways.stripped")}` : done;
  }
}
