import { useTranslation } from "react-i18next";
import type { Backup } from "#bridge/backup.ts";
import { formatBytes } from "../../i18n/format-bytes.ts";
import { Button } from "../../ui/button.tsx";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { VerifiedMark } from "./verified-mark.tsx";

interface BackupPanelProps {
  readonly backup: Backup;
  /** When it was made, as printed. */
  readonly moment: string;
  readonly damaged: boolean;
  readonly onVerify: (backup: Backup) => void;
  readonly onRestore: (backup: Backup) => void;
}

/** The chosen backup and what can be done with it. */
export function BackupPanel({ backup, moment, damaged, onVerify, onRestore }: BackupPanelProps) {
  const { t } = useTranslation("safety");
  const { reason, plans, size, verifiedAt, sequence } = backup;
  return (
    <Panel label={t("panel.label")} title={moment}>
      <PanelSection>
        <div className="deeds">
          <Button variant="primary" onClick={() => onRestore(backup)}>
            {t("panel.restore")}
          </Button>
          <Button icon="check" onClick={() => onVerify(backup)}>
            {t("panel.verify")}
          </Button>
        </div>
        <p className="muted small">{t("panel.hint")}</p>
      </PanelSection>
      <PanelSection title={t("panel.facts")}>
        <dl className="facts">
          <dt>{t("table.reason")}</dt>
          <dd>{t(`reason.${reason}`)}</dd>
          <dt>{t("table.plans")}</dt>
          <dd>{plans}</dd>
          <dt>{t("table.size")}</dt>
          <dd>{formatBytes(size)}</dd>
          <dt>{t("panel.sequence")}</dt>
          <dd>{sequence}</dd>
          <dt>{t("table.verified")}</dt>
          <dd>
            <VerifiedMark {...{ verifiedAt, damaged }} />
          </dd>
        </dl>
      </PanelSection>
    </Panel>
  );
}
