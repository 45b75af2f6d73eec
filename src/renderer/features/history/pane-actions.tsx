import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#core/plan/plan.ts";
import type { Result } from "#core/result.ts";
import { csvText } from "#exchange/table/csv-text.ts";
import { useReportExport } from "../../data/use-report-export.ts";
import { useTableExport } from "../../data/use-table-export.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { machineErrorText, storeErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import type { MenuEntry } from "../../ui/menu.tsx";
import { copyTable } from "../../ui/sheet/copy-table.ts";
import type { ExportedChart, ExportFailure } from "../../workers/export-outcome.ts";
import { usePointEntries } from "./changes-head.tsx";
import type { PaneProps } from "./changes-pane.tsx";
import { type DifferenceGroup, differenceTable } from "./difference-text.ts";
import { pointText } from "./point-text.ts";
import { RestoreDialog } from "./restore-dialog.tsx";
import { useChangeReport } from "./use-change-report.ts";
import { compareInOrder, type Span } from "./view.ts";

type ActionsProps = PaneProps & {
  readonly span: Span;
  /** The changes that are shown: they are what is exported. */
  readonly groups: readonly DifferenceGroup[];
  readonly states: { readonly from: Plan; readonly to: Plan } | undefined;
};

/** What can be done with the shown changes: compare otherwise, name, restore, export, copy. */
export function PaneActions(props: ActionsProps) {
  const { view, versions, page, span, onView, onNaming, onTold, plan } = props;
  const { t } = useTranslation(["history", "grid"]);
  const { t: tell } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  const [restoring, setRestoring] = useState(false);
  const others = usePointEntries({ page, versions, also: page.first }, (point) =>
    onView(compareInOrder(span.to, point)),
  );
  const version = versions.find(({ seq }) => view.kind === "version" && seq === view.version);
  const remove = async () => {
    if (version === undefined) return;
    const done = await store.removeVersion(plan.id, version.seq);
    if (done.ok) onView({ kind: "compare", from: span.from, to: span.to });
    else onTold({ tone: "error", title: storeErrorText(tell, done.error) });
  };
  const item = (id: string, label: string, run: () => void): MenuEntry => ({ kind: "item", id, label, run });
  const ofVersion =
    version === undefined
      ? []
      : [
          item("rename", t("history:version.rename"), () => onNaming({ kind: "rename", version })),
          item("remove", t("history:version.remove"), () => void remove()),
        ];
  const { to } = span;
  const ofState =
    to === null
      ? []
      : [
          item("restore", t("history:restore.open"), () => setRestoring(true)),
          item("name", t("history:version.nameHere"), () => onNaming({ kind: "name", of: to })),
        ];
  const more = [...ofState, ...ofVersion];
  return (
    <div className="pane-actions">
      {view.kind === "compare" ? null : (
        <MenuButton label={t("history:compare.with")} entries={others} end>
          {t("history:compare.with")}
        </MenuButton>
      )}
      {more.length === 0 ? null : (
        <MenuButton label={t("history:more")} entries={more} end>
          {t("history:more")}
        </MenuButton>
      )}
      <ExportButtons {...props} />
      {restoring && to !== null && props.states !== undefined ? (
        <RestoreDialog
          plan={plan}
          state={props.states.to}
          entry={to}
          onClose={() => setRestoring(false)}
          onTold={onTold}
        />
      ) : null}
    </div>
  );
}

function ExportButtons({ groups, span, page, versions, plan, onTold, states }: ActionsProps) {
  const { t, i18n } = useTranslation(["history", "grid"]);
  const { t: tell } = useTranslation(["shell", "errors"]);
  const tables = useTableExport();
  const none = groups.length === 0 ? t("history:empty.same") : undefined;
  const reports = useReportExport();
  const reportOf = useChangeReport({ span, page, versions, plan });
  const named = (point: Span["from"]) => pointText(point, { page, versions, locale: i18n.language }, t);
  const names = () => ({ before: named(span.from), after: named(span.to) });
  const fileName = () => {
    const { before, after } = names();
    return t("history:export.name", { title: plan.title, from: before, to: after });
  };
  const tellSaved = (saved: Result<ExportedChart | null, ExportFailure>) => {
    if (!saved.ok) {
      const { code } = saved.error;
      const isOfPage = code === "drawing-failed" || code === "too-large";
      const detail = isOfPage ? saved.error.message : machineErrorText(tell, code);
      onTold({ tone: "error", title: t("history:export.failed"), detail });
    } else if (saved.value !== null) {
      const { name, folder } = saved.value;
      const title = t("history:export.done", { name });
      onTold({ tone: "done", title, detail: t("history:export.where", { folder }) });
    }
  };
  const save = async () => tellSaved(await tables.run(fileName(), csvText(differenceTable(groups, t))));
  const report = async () => {
    if (states === undefined) return;
    const file = {
      ...({ kind: "docx", pictures: false } as const),
      report: reportOf(states.from, states.to),
    };
    const { signal } = new AbortController();
    tellSaved(await reports.run({ file, name: fileName(), signal, onStep: () => undefined }));
  };
  const copy = async () => {
    const copied = await copyTable(differenceTable(groups, t));
    onTold(
      copied
        ? { tone: "done", title: t("history:export.copied") }
        : { tone: "error", title: t("history:export.notCopied") },
    );
  };
  return (
    <>
      <Button icon="copy" disabledReason={none} onClick={() => void copy()}>
        {t("history:export.copy")}
      </Button>
      <Button icon="export" disabledReason={none} onClick={() => void save()}>
        {t("history:export.csv")}
      </Button>
      <Button icon="page" disabledReason={none} onClick={() => void report()}>
        {t("history:export.word")}
      </Button>
    </>
  );
}
