import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Backup } from "#bridge/backup.ts";
import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { Result } from "#core/result.ts";
import type { BrokenPlan } from "#exchange/plan-file/plan-archive.ts";
import { type IncomingPlan, setBeside } from "../../data/backup/incoming-plans.ts";
import { choosePlanFiles, readBackupPlans, type ReadPlansError } from "../../data/backup/read-plans.ts";
import type { ExportedPlans } from "../../data/backup/read-backup.ts";
import type { TakeInReason } from "../../data/backup/use-taking-in.ts";
import { type Backups, useBackups } from "../../data/backup/use-backups.ts";
import { usePlanExport } from "../../data/backup/use-plan-export.ts";
import { useBridge, useSettings } from "../../data/machine.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { machineErrorText } from "../../i18n/error-text.ts";
import { formatMomentAmong } from "../../i18n/format-time.ts";
import { AntdTheme } from "../../ui/antd-theme.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Room } from "../../ui/room.tsx";
import { TaskNotice } from "../../ui/task-notice.tsx";
import { BackupPanel } from "./backup-panel.tsx";
import { BackupTable, type MomentOf } from "./backup-table.tsx";
import { readPlansErrorText } from "./read-plans-error-text.ts";
import { SecondFolder } from "./second-folder.tsx";
import { TakeInDialog } from "./take-in-dialog.tsx";
import { useTask } from "./use-task.ts";

/** Plans that are about to come in, and what for. */
interface TakingIn {
  readonly incoming: readonly IncomingPlan[];
  readonly reason: TakeInReason;
  /** The backup that they come from; `null` for files. */
  readonly backup: Backup | null;
  /** Plans of a backup that do not hold together. */
  readonly broken: readonly BrokenPlan[];
}

type ReadPlans = (watch: TaskWatch) => Promise<Result<ExportedPlans | null, ReadPlansError>>;

/** What is told of the last deed of the room. */
type Told =
  | { readonly kind: "taken"; readonly count: number; readonly reason: TakeInReason }
  | { readonly kind: "unread"; readonly error: ReadPlansError }
  /** There was nothing of the planner's own to back up. */
  | { readonly kind: "empty" };

/** All backups with when and why they were made; from here plans come back, go out as a plan file and come in from one. */
export function BackupsRoom() {
  const { t, i18n } = useTranslation(["shell", "errors", "safety"]);
  const settings = useSettings();
  const { list, problem, checked, dismiss, damaged, make, verify, reload } = useBackups();
  const deeds = useBackupDeeds();
  const { task, exporting, taking, told } = deeds;
  const [chosen, choose] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${t("safety:backups.title")} · ${t("shell:product")}`;
  }, [t]);
  const backups = list?.backups ?? [];
  const selected = backups.find(({ id }) => id === chosen) ?? backups[0];
  const all = backups.map(({ at }) => at);
  const momentOf: MomentOf = ({ at }) => formatMomentAmong(at, all, i18n.language);
  return (
    <Room
      title={t("safety:backups.title")}
      lead={
        list === undefined ? null : (
          <span className="muted">{t("safety:backups.count", { count: backups.length })}</span>
        )
      }
      actions={<BackupActions {...deeds} onMake={() => deeds.make(make)} />}
      notice={
        <>
          {task.running === null ? null : (
            <TaskNotice
              {...task.running}
              label={t(`safety:task.${task.running.kind}`)}
              stopLabel={t("safety:task.stop")}
            />
          )}
          {problem === null ? null : <Notice tone="error" title={machineErrorText(t, problem)} />}
          <ExportNotice {...exporting} />
          {checked === null ? null : <CheckedNotice {...{ checked, momentOf }} onDismiss={dismiss} />}
          {told === null ? null : <ToldNotice told={told} onDismiss={() => deeds.tell(null)} />}
        </>
      }
      panel={
        selected === undefined ? null : (
          <BackupPanel
            backup={selected}
            moment={momentOf(selected)}
            damaged={damaged.has(selected.id)}
            onVerify={(backup) => void task.run("verify", (watch) => verify(backup, watch))}
            onRestore={deeds.restore}
          />
        )
      }
      status={<span>{t("safety:backups.status")}</span>}
    >
      <div className="backups">
        <AntdTheme>
          {settings === undefined || list === undefined ? null : (
            <SecondFolder second={list.second} onChanged={() => void reload()} />
          )}
        </AntdTheme>
        {list !== undefined && backups.length === 0 ? (
          <EmptyState text={t("safety:backups.none")} />
        ) : (
          <BackupTable
            {...{ backups, momentOf, damaged, selected: selected?.id ?? null }}
            onSelect={choose}
            onOpen={deeds.restore}
          />
        )}
      </div>
      {taking === null ? null : (
        <TakeInDialog
          {...taking}
          {...(taking.backup === null ? {} : { moment: momentOf(taking.backup) })}
          onClose={deeds.giveUp}
          onTaken={deeds.takenIn}
        />
      )}
    </Room>
  );
}

/** What the room does with plans: brings them in from a backup or from files, and writes them all into one. */
function useBackupDeeds() {
  const { t } = useTranslation("safety");
  const bridge = useBridge();
  const store = useWorkbench();
  const exporting = usePlanExport();
  const task = useTask();
  const [taking, setTaking] = useState<TakingIn | null>(null);
  const [told, tell] = useState<Told | null>(null);
  const takeIn = (read: ReadPlans, reason: TakeInReason, backup: Backup | null) =>
    void task.run("read", async (watch) => {
      tell(null);
      const plans = await read(watch);
      if (!plans.ok) tell({ kind: "unread", error: plans.error });
      else if (plans.value !== null)
        setTaking({
          incoming: await setBeside(store, plans.value),
          broken: plans.value.broken,
          ...{ reason, backup },
        });
    });
  const giveUp = () => setTaking(null);
  return {
    ...{ task, exporting, taking, giveUp, told, tell },
    restore: (backup: Backup) =>
      takeIn((watch) => readBackupPlans(bridge, backup.id, watch), "before-restore", backup),
    make: (make: Backups["make"]) =>
      void task.run("backup", async (watch) =>
        tell((await make(watch)) === "empty" ? { kind: "empty" } : null),
      ),
    importFiles: () => takeIn((watch) => choosePlanFiles(bridge, watch), "before-import", null),
    exportAll: () => void task.run("export", (watch) => exporting.run(t("ways.fileName"), null, watch)),
    takenIn: (count: number) => {
      if (taking !== null) tell({ kind: "taken", count, reason: taking.reason });
      giveUp();
    },
  };
}

interface BackupActionsProps {
  readonly importFiles: () => void;
  readonly exportAll: () => void;
  readonly onMake: () => void;
}

function BackupActions({ importFiles, exportAll, onMake }: BackupActionsProps) {
  const { t } = useTranslation("safety");
  return (
    <>
      <Button icon="import" onClick={importFiles}>
        {t("backups.import")}
      </Button>
      <Button icon="export" onClick={exportAll}>
        {t("ways.export")}
      </Button>
      <Button variant="primary" onClick={onMake}>
        {t("backups.make")}
      </Button>
    </>
  );
}

interface CheckedNoticeProps {
  readonly checked: NonNullable<Backups["checked"]>;
  readonly momentOf: MomentOf;
  readonly onDismiss: () => void;
}

function CheckedNotice({ checked, momentOf, onDismiss }: CheckedNoticeProps) {
  const { t } = useTranslation(["shell", "safety"]);
  const at = momentOf(checked.backup);
  const places = checked.kind === "mended" ? checked.places : [];
  const named = places.map((place) => t(`safety:place.${place}`)).join(t("safety:place.join"));
  return (
    <Notice
      tone={checked.kind === "good" || checked.kind === "mended" ? "done" : "error"}
      title={t(`safety:checked.${checked.kind}`, { at, places: named })}
      dismiss={{ label: t("shell:dismiss"), onDismiss }}
    />
  );
}

function ExportNotice({ outcome, dismiss }: ReturnType<typeof usePlanExport>) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const bridge = useBridge();
  const [unshown, setUnshown] = useState<BridgeErrorCode | null>(null);
  if (outcome === null) return null;
  const failed = outcome.kind === "failed";
  const reveal = async ({ handle }: Extract<typeof outcome, { kind: "saved" }>) => {
    const reply = await bridge.revealFile(handle);
    setUnshown(reply.ok ? null : reply.code);
  };
  return (
    <Notice
      tone={failed ? "error" : "done"}
      title={failed ? machineErrorText(t, outcome.code) : t("safety:ways.exported", { ...outcome })}
      {...(unshown === null ? {} : { detail: machineErrorText(t, unshown) })}
      {...(failed
        ? {}
        : { actions: <Button onClick={() => void reveal(outcome)}>{t("safety:ways.reveal")}</Button> })}
      dismiss={{ label: t("shell:dismiss"), onDismiss: dismiss }}
    />
  );
}

function ToldNotice({ told, onDismiss }: { readonly told: Told; readonly onDismiss: () => void }) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const dismiss = { label: t("shell:dismiss"), onDismiss };
  if (told.kind === "unread")
    return <Notice tone="error" title={readPlansErrorText(t, told.error)} dismiss={dismiss} />;
  if (told.kind === "empty")
    return <Notice tone="note" title={t("safety:backups.empty")} dismiss={dismiss} />;
  const title =
    told.count === 0
      ? t("safety:takeIn.nothing")
      : t(`safety:takeIn.done.${told.reason}`, { count: told.count });
  return <Notice tone="done" title={title} dismiss={dismiss} />;
}
