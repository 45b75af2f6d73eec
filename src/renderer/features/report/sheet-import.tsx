import { useState } from "react";
import { useTranslation } from "react-i18next";
import { indicatorId, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import {
  type SheetCell,
  type SheetEdits,
  sheetCommand,
  sheetEdits,
} from "#core/report/workbook/sheet-edits.ts";
import { useBridge } from "../../data/machine.ts";
import { chooseSheet, type ReadSheetError } from "../../data/read-sheet.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { machineErrorText, storeErrorText } from "../../i18n/error-text.ts";
import { fieldText } from "../../i18n/history-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What the reading of an Excel file has come to. */
type Reading =
  | {
      readonly kind: "read";
      readonly name: string;
      readonly edits: SheetEdits;
      /** The title of the plan that the file was made from, where it was another. */
      readonly otherPlan: string | null;
    }
  | { readonly kind: "told"; readonly tone: "done" | "note" | "error"; readonly text: string };

/** Reads an Excel file of this plan back: what it changes is shown first, and taken over as one step that undo takes back. */
export function useSheetImport(plan: Plan) {
  const { t } = useTranslation("report");
  const { t: errors } = useTranslation(["shell", "errors"]);
  const bridge = useBridge();
  const store = useWorkbench();
  const [reading, setReading] = useState<Reading | null>(null);
  const tell = (tone: "done" | "note" | "error", text: string) => setReading({ kind: "told", tone, text });
  const titleOf = async ({ otherPlan }: SheetEdits) =>
    otherPlan === null ? null : ((await store.readPlan(planId(otherPlan)))?.title ?? otherPlan);
  const choose = async () => {
    const chosen = await chooseSheet(bridge);
    if (!chosen.ok) {
      const { error } = chosen;
      tell(
        "error",
        error.kind === "machine" ? machineErrorText(errors, error.code) : t(reasonKey(error), { ...error }),
      );
      return;
    }
    if (chosen.value === null) return;
    const { name, texts } = chosen.value;
    const edits = sheetEdits(plan, texts, () => indicatorId(`${plan.id}/${crypto.randomUUID()}`));
    if (!edits.ok) tell("error", t("sheet.no-sheet", { name }));
    else if (saysNothing(edits.value)) tell("note", t("sheet.same", { name }));
    else setReading({ kind: "read", name, edits: edits.value, otherPlan: await titleOf(edits.value) });
  };
  const write = async (edits: SheetEdits) => {
    const command = sheetCommand(edits);
    if (command === null) return;
    const done = await store.execute(plan.id, command);
    if (done.ok) tell("done", t("sheet.done", { count: edits.edits.length }));
    else tell("error", storeErrorText(errors, done.error));
  };
  return { reading, choose, write, close: () => setReading(null) };
}

const saysNothing = (edits: SheetEdits): boolean =>
  sheetCommand(edits) === null && edits.unread.length === 0 && edits.ignored.length === 0;

function reasonKey(error: Exclude<ReadSheetError, { kind: "machine" }>) {
  return error.kind === "no-sheet" ? ("sheet.no-sheet" as const) : ("sheet.unread" as const);
}

interface SheetImportProps {
  readonly plan: Plan;
  readonly importing: ReturnType<typeof useSheetImport>;
}

/** What came of reading a file, as a message of the room. */
export function SheetNotice({ importing: { reading, close } }: Pick<SheetImportProps, "importing">) {
  const { t } = useTranslation("report");
  if (reading?.kind !== "told") return null;
  return (
    <Notice tone={reading.tone} title={reading.text} dismiss={{ label: t("dismiss"), onDismiss: close }} />
  );
}

const SHOWN = 200;

/** The cells that a file changes, before they are written, and those that are left out. */
export function SheetDialog({ plan, importing: { reading, write, close } }: SheetImportProps) {
  const { t } = useTranslation("report");
  if (reading?.kind !== "read") return null;
  const { edits, added, unread, ignored } = reading.edits;
  return (
    <Dialog
      wide
      reading
      title={t("sheet.title", { name: reading.name })}
      onClose={close}
      actions={
        sheetCommand(reading.edits) === null ? (
          <Button onClick={close}>{t("dismiss")}</Button>
        ) : (
          <>
            <Button onClick={close}>{t("sheet.leave")}</Button>
            <Button variant="primary" onClick={() => void write(reading.edits)}>
              {t("sheet.write", { count: edits.length })}
            </Button>
          </>
        )
      }
    >
      {reading.otherPlan === null ? null : (
        <Notice
          tone="warn"
          title={t("sheet.other-plan", { plan: reading.otherPlan })}
          detail={t("sheet.other-plan-detail", { rows: added.length })}
        />
      )}
      <p>{t("sheet.lead", { cells: edits.length, rows: added.length })}</p>
      <LeftOutCells cells={unread} title={t("sheet.unread-cells")} />
      <LeftOutCells cells={ignored} title={t("sheet.ignored-cells")} />
      {edits.length === 0 ? null : <ChangedCells plan={plan} edits={reading.edits} />}
    </Dialog>
  );
}

/** Cells that are not written, each by its name. */
function LeftOutCells({ cells, title }: { readonly cells: readonly SheetCell[]; readonly title: string }) {
  const { t } = useTranslation("report");
  if (cells.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {cells.slice(0, SHOWN).map(({ address, indicator, heading }) => (
          <li key={address}>{t("sheet.left-out", { address, indicator, heading })}</li>
        ))}
      </ul>
      {cells.length > SHOWN ? <p>{t("sheet.more-cells", { count: cells.length - SHOWN })}</p> : null}
    </>
  );
}

interface ChangedCellsProps extends Pick<SheetImportProps, "plan"> {
  readonly edits: SheetEdits;
}

function ChangedCells({ plan, edits: { edits, added } }: ChangedCellsProps) {
  const { t } = useTranslation("report");
  const { t: words } = useTranslation(["history", "grid"]);
  const names = new Map([...plan.indicators, ...added].map(({ id, name }) => [id, name]));
  return (
    <>
      <table className="sheet-changes">
        <thead>
          <tr>
            <th scope="col">{t("sheet.indicator")}</th>
            <th scope="col">{t("sheet.cell")}</th>
            <th scope="col">{t("sheet.text")}</th>
          </tr>
        </thead>
        <tbody>
          {edits.slice(0, SHOWN).map(({ indicator, field, text }, at) => (
            <tr key={at}>
              <td>{names.get(indicator) ?? indicator}</td>
              <td>{fieldText(field, words)}</td>
              <td>{text === "" ? t("sheet.emptied") : text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {edits.length > SHOWN ? <p>{t("sheet.more", { count: edits.length - SHOWN })}</p> : null}
    </>
  );
}
