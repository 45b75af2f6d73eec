import { useTranslation } from "react-i18next";
import type { Backup } from "#bridge/backup.ts";
import { formatBytes } from "../../i18n/format-bytes.ts";
import { useRowChoice } from "../../ui/use-row-choice.ts";
import { VerifiedMark } from "./verified-mark.tsx";

/** When a backup was made, as it is printed in this list of them. */
export type MomentOf = (backup: Backup) => string;

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly momentOf: MomentOf;
  /** Those that were found damaged. */
  readonly damaged: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (backup: Backup) => void;
}

/** The backups, the newest first, as a table of one tab stop: arrows, Home and End select, Enter restores. */
export function BackupTable({ backups, momentOf, damaged, selected, onSelect, onOpen }: BackupTableProps) {
  const { t } = useTranslation("safety");
  const at = backups.findIndex(({ id }) => id === selected);
  const { body, onKeyDown } = useRowChoice({
    ...{ rows: backups, at, onOpen },
    onSelect: ({ id }) => onSelect(id),
  });
  return (
    <table role="grid" aria-label={t("backups.title")} className="backup-table">
      <thead>
        <tr>
          <th scope="col">{t("table.at")}</th>
          <th scope="col">{t("table.reason")}</th>
          <th scope="col" className="num">
            {t("table.plans")}
          </th>
          <th scope="col" className="num">
            {t("table.size")}
          </th>
          <th scope="col">{t("table.places")}</th>
          <th scope="col">{t("table.verified")}</th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {backups.map((backup, index) => (
          <BackupRow
            key={backup.id}
            backup={backup}
            moment={momentOf(backup)}
            damaged={damaged.has(backup.id)}
            selected={index === at}
            tabStop={index === Math.max(0, at)}
            onSelect={() => onSelect(backup.id)}
            onOpen={() => onOpen(backup)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface BackupRowProps {
  readonly backup: Backup;
  /** When it was made, as printed. */
  readonly moment: string;
  readonly damaged: boolean;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

function BackupRow({ backup, moment, damaged, selected, tabStop, onSelect, onOpen }: BackupRowProps) {
  const { t } = useTranslation("safety");
  const { reason, plans, size, places, verifiedAt } = backup;
  return (
    <tr
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      onClick={onSelect}
      onFocus={onSelect}
      onDoubleClick={onOpen}
    >
      <td className="num-text">{moment}</td>
      <td>{t(`reason.${reason}`)}</td>
      <td className="num">{plans}</td>
      <td className="num">{formatBytes(size)}</td>
      <td>{places.map((place) => t(`place.${place}`)).join(t("place.join"))}</td>
      <td>
        <VerifiedMark {...{ verifiedAt, damaged }} />
      </td>
    </tr>
  );
}
