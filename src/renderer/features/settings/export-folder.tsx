import { Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Capabilities, Reply, Settings } from "#bridge/desktop-bridge.ts";
import { useSettingsActions } from "../../data/machine.ts";
import { machineErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";

interface ExportFolderProps {
  readonly folder: Settings["exportFolder"];
  readonly able: Capabilities;
}

/** Where exported files go: typed, or chosen in a dialog where the machine has one; its refusal stands below. */
export function ExportFolder({ folder, able }: ExportFolderProps) {
  const { t } = useTranslation(["shell", "errors", "settings"]);
  const { change, chooseExportFolder } = useSettingsActions();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useId();
  const take = async (asking: Promise<Reply<Settings>>) => {
    const reply = await asking;
    setProblem(reply.ok ? null : machineErrorText(t, reply.code));
    if (reply.ok) setTyped(null);
  };
  const changed = typed !== null && typed.trim() !== "" && typed !== folder.label;
  return (
    <form
      className="setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) void take(change({ exportFolder: typed.trim() }));
      }}
    >
      <label htmlFor={field}>{t("settings:folder.label")}</label>
      <div className="folder">
        <div className="folder-row">
          <Input
            id={field}
            status={problem === null ? "" : "error"}
            value={typed ?? folder.label}
            readOnly={able.folderDialog}
            aria-invalid={problem !== null}
            aria-describedby={`${field}-hint ${field}-problem`}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          {able.folderDialog ? (
            <Button icon="folder" onClick={() => void take(chooseExportFolder())}>
              {t("settings:folder.choose")}
            </Button>
          ) : (
            <Button type="submit" disabledReason={changed ? undefined : t("settings:folder.saved")}>
              {t("settings:folder.save")}
            </Button>
          )}
          <Button
            variant="quiet"
            disabledReason={folder.custom ? undefined : t("settings:folder.isDefault")}
            onClick={() => void take(change({ exportFolder: null }))}
          >
            {t("settings:folder.restore")}
          </Button>
        </div>
        <p id={`${field}-problem`} className="problem" role="alert">
          {problem}
        </p>
        <p id={`${field}-hint`} className="muted small">
          {able.saveDialog ? t("settings:folder.asks") : t("settings:folder.hint")}
        </p>
      </div>
    </form>
  );
}
