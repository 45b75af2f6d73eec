import { useTranslation } from "react-i18next";
import type { Capabilities, Settings } from "#bridge/desktop-bridge.ts";
import { useSettingsActions } from "../../data/machine.ts";
import { Button } from "../../ui/button.tsx";
import { TextSetting } from "./text-setting.tsx";

interface ExportFolderProps {
  readonly folder: Settings["exportFolder"];
  readonly able: Capabilities;
}

/** Where exported files go: typed, or chosen in a dialog where the machine has one. */
export function ExportFolder({ folder, able }: ExportFolderProps) {
  const { t } = useTranslation("settings");
  const { change, chooseExportFolder } = useSettingsActions();
  return (
    <TextSetting
      label={t("folder.label")}
      value={folder.label}
      hint={able.saveDialog ? t("folder.asks") : t("folder.hint")}
      readOnly={able.folderDialog}
      onSave={(path) => change({ exportFolder: path })}
      deed={(changed, take) =>
        able.folderDialog ? (
          <Button icon="folder" onClick={() => take(chooseExportFolder())}>
            {t("folder.choose")}
          </Button>
        ) : (
          <Button type="submit" disabledReason={changed ? undefined : t("folder.saved")}>
            {t("folder.save")}
          </Button>
        )
      }
      restore={{
        label: t("folder.restore"),
        blocked: folder.custom ? undefined : t("folder.isDefault"),
        run: () => change({ exportFolder: null }),
      }}
    />
  );
}
