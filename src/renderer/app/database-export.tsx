import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DesktopBridge, Reply, SaveOutcome } from "#bridge/desktop-bridge.ts";
import { exportDatabase } from "../data/backup/export-database.ts";
import { machineErrorText } from "../i18n/error-text.ts";
import { Button } from "../ui/button.tsx";

/** The way out where the database is not opened: all of it as a file, which a newer program takes in. Nothing in it changes. */
export function DatabaseExport({ bridge }: { readonly bridge: DesktopBridge }) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const [reply, setReply] = useState<Reply<SaveOutcome> | null>(null);
  const run = async () => setReply(await exportDatabase(bridge, t("safety:ways.fileName")));
  return (
    <>
      <Button icon="export" onClick={() => void run()}>
        {t("safety:ways.exportDatabase")}
      </Button>
      {reply === null ? null : <span role="status">{told(reply)}</span>}
    </>
  );

  function told(outcome: Reply<SaveOutcome>): string {
    if (!outcome.ok) return machineErrorText(t, outcome.code);
    return outcome.value.kind === "saved" ? t("safety:ways.exported", { ...outcome.value }) : "";
  }
}
