import { createContext, use, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import { type PlanExportOutcome, usePlanExport } from "../data/backup/use-plan-export.ts";
import type { Waiting, WaitingEdit } from "../data/journal/waiting-edits.ts";
import type { SaveFailure } from "../data/save-state.ts";
import {
  useBackupState,
  useDiskSpace,
  useLibrary,
  useSaveState,
  useWaiting,
  useWorkbench,
} from "../data/use-workbench.ts";
import { machineErrorText } from "../i18n/error-text.ts";
import { formatBytes } from "../i18n/format-bytes.ts";
import { fieldText, type HistoryWords } from "../i18n/history-text.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { paths } from "../ui/paths.ts";

/** How many waiting edits are named one by one; they are in the table, too. */
const NAMED_WAITING = 5;

/** How many cells of edits that were given up are named: nothing else shows what was typed. */
const NAMED_LEFT = 50;

/**
 * What stands between the planner's edits and their safe places: a disk that fills up, a database, a second copy or a backup that
 * fails. Several of them offer the ways out once, in the first.
 */
export function SafetyNotices() {
  const disk = useDiskSpace();
  const waiting = useWaiting();
  const save = useSaveState();
  const backup = useBackupState();
  const [read, setRead] = useState(0);
  const leftAside = waiting.leftAside.slice(read);
  const shown = [
    disk === null || disk.level === "enough" || disk.free === null ? null : (
      <DiskNotice key="disk" level={disk.level} free={disk.free} />
    ),
    waiting.edits.length === 0 ? null : <WaitingNotice key="waiting" waiting={waiting} />,
    save.kind === "failed" && save.reason.kind === "second-copy" ? (
      <SecondCopyNotice key="second-copy" failure={save.reason} />
    ) : null,
    backup.kind === "failed" ? <BackupNotice key="backup" code={backup.code} /> : null,
  ].filter((notice) => notice !== null);
  return (
    <>
      {shown.map((notice, at) => (
        <WaysOutContext key={notice.key} value={at === 0}>
          {notice}
        </WaysOutContext>
      ))}
      {leftAside.length === 0 ? null : (
        <LeftAsideNotice edits={leftAside} onRead={() => setRead(waiting.leftAside.length)} />
      )}
      {backup.kind === "done" && (backup.second === "full" || backup.second === "failed") ? (
        <SecondBackupNotice key={backup.second} problem={backup.second} />
      ) : null}
    </>
  );
}

/** Whether the notice is the one that offers the ways out. */
const WaysOutContext = createContext(true);

function DiskNotice({ level, free }: { readonly level: "low" | "read-only"; readonly free: number }) {
  const { t } = useTranslation(["shell", "safety"]);
  const words = level === "low" ? "low" : "readOnly";
  return (
    <Notice
      tone={level === "low" ? "warn" : "error"}
      title={t(`safety:disk.${words}.title`, { free: formatBytes(free) })}
      detail={t(`safety:disk.${words}.detail`)}
      actions={<WaysOut />}
    />
  );
}

function WaitingNotice({ waiting }: { readonly waiting: Waiting }) {
  const { t } = useTranslation(["shell", "safety", "errors"]);
  const { edits, held, reason } = waiting;
  return (
    <Notice
      tone={held ? "warn" : "error"}
      title={t("safety:waiting.title", { count: edits.length })}
      detail={
        <>
          <div>
            {t(held ? "safety:waiting.held" : "safety:waiting.onlyHere", {
              reason: reason === null ? "" : t(`safety:waiting.reason.${reason}`),
            })}
          </div>
          <NamedEdits edits={edits} most={NAMED_WAITING} />
        </>
      }
      actions={<WaysOut />}
    />
  );
}

interface LeftAsideProps {
  readonly edits: readonly WaitingEdit[];
  readonly onRead: () => void;
}

/** Edits that waited, in this window or a former one, and were given up; those that were put away are not told again. */
function LeftAsideNotice({ edits, onRead }: LeftAsideProps) {
  const { t } = useTranslation(["shell", "safety"]);
  return (
    <Notice
      tone="warn"
      title={t("safety:waiting.leftAside", { count: edits.length })}
      detail={
        <>
          <div>{t("safety:waiting.typeAgain")}</div>
          <NamedEdits edits={edits.flatMap(cellByCell)} most={NAMED_LEFT} />
        </>
      }
      dismiss={{ label: t("dismiss"), onDismiss: onRead }}
    />
  );
}

/** An edit of several cells as so many edits of one. */
function cellByCell(edit: WaitingEdit): readonly WaitingEdit[] {
  if (edit.typed.length < 2) return [edit];
  return edit.typed.map((cell, at) => ({ ...edit, id: `${edit.id}:${at}`, typed: [cell] }));
}

function NamedEdits({ edits, most }: { readonly edits: readonly WaitingEdit[]; readonly most: number }) {
  const { t } = useTranslation(["shell", "safety", "errors"]);
  const { t: words } = useTranslation(["history", "grid"]);
  const library = useLibrary();
  const told = (edit: WaitingEdit) => {
    const line = lineOf(edit, t, words) ?? t("safety:waiting.other");
    const title = library?.find(({ id }) => id === edit.plan)?.title;
    return title === undefined ? line : t("safety:waiting.inPlan", { title, edit: line });
  };
  return (
    <ul className="waiting-edits">
      {edits.slice(0, most).map((edit) => (
        <li key={edit.id}>{told(edit)}</li>
      ))}
      {edits.length > most ? <li>{t("safety:waiting.more", { count: edits.length - most })}</li> : null}
    </ul>
  );
}

function SecondCopyNotice({ failure }: { readonly failure: Extract<SaveFailure, { kind: "second-copy" }> }) {
  const { t } = useTranslation(["shell", "safety", "errors"]);
  return (
    <Notice
      tone="warn"
      title={t("safety:secondCopy.title", { count: failure.waiting })}
      detail={t("safety:secondCopy.detail", { reason: machineErrorText(t, failure.code) })}
      actions={<WaysOut />}
    />
  );
}

function BackupNotice({ code }: { readonly code: BridgeErrorCode }) {
  const { t } = useTranslation(["shell", "safety", "errors"]);
  return (
    <Notice
      tone="warn"
      title={t("safety:backupFailed.title")}
      detail={t("safety:backupFailed.detail", { reason: machineErrorText(t, code) })}
      actions={<WaysOut />}
    />
  );
}

/** The backup is made, its copy in the second folder is not. Nothing is lost, so it can be put away until it changes. */
function SecondBackupNotice({ problem }: { readonly problem: "full" | "failed" }) {
  const { t } = useTranslation(["shell", "safety"]);
  const [, go] = useLocation();
  const [isRead, setRead] = useState(false);
  if (isRead) return null;
  return (
    <Notice
      tone="warn"
      title={t(`safety:secondBackup.${problem}`)}
      detail={t("safety:secondBackup.detail")}
      actions={<Button onClick={() => go(paths.backups)}>{t("safety:ways.backups")}</Button>}
      dismiss={{ label: t("dismiss"), onDismiss: () => setRead(true) }}
    />
  );
}

/** What a planner can do at once: ask again, take the plans elsewhere, see to the backups. */
function WaysOut() {
  const { t } = useTranslation(["shell", "safety", "errors"]);
  const [, go] = useLocation();
  const store = useWorkbench();
  const { outcome, run } = usePlanExport();
  if (!use(WaysOutContext)) return null;
  return (
    <>
      {outcome === null ? null : <span role="status">{outcomeText(t, outcome)}</span>}
      <Button onClick={() => void store.tryAgain()}>{t("safety:ways.again")}</Button>
      <Button icon="export" onClick={() => void run(t("safety:ways.fileName"))}>
        {t("safety:ways.export")}
      </Button>
      <Button onClick={() => go(paths.backups)}>{t("safety:ways.backups")}</Button>
    </>
  );
}

type Words = ReturnType<typeof useTranslation<["shell", "safety", "errors"]>>["t"];

function outcomeText(t: Words, outcome: NonNullable<PlanExportOutcome>): string {
  if (outcome.kind === "failed") return machineErrorText(t, outcome.code);
  return t("safety:ways.exported", { name: outcome.name, folder: outcome.folder });
}

/** What a planner typed and where; `null` for an edit of other things than cells. */
function lineOf({ typed }: WaitingEdit, t: Words, words: HistoryWords): string | null {
  const [cell] = typed;
  if (cell === undefined) return null;
  const edit = t("safety:waiting.edit", {
    name: cell.name,
    field: fieldText(cell.field, words),
    text: cell.text === "" ? t("safety:waiting.emptied") : cell.text,
  });
  return typed.length === 1 ? edit : t("safety:waiting.edits", { edit, count: typed.length });
}
