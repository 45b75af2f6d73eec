import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { Highlight } from "#core/plan/summary.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { formatRecent } from "../../i18n/format-time.ts";
import { Tag } from "../../ui/tag.tsx";
import { highlightText } from "./highlight-text.ts";
import { PeriodBar } from "./period-bar.tsx";
import { Sparkline } from "./sparkline.tsx";
import type { YearSpan } from "./sparkline-shape.ts";
import { usePlanNames } from "../../data/use-plan-names.ts";

interface PlanRowProps {
  readonly entry: LibraryEntry;
  readonly selected: boolean;
  /** Whether Tab reaches this row; one row of the table does. */
  readonly tabStop: boolean;
  readonly span: YearSpan;
  /** Today, in ms since the epoch. */
  readonly now: number;
  readonly onSelect: (id: PlanId) => void;
  readonly onOpen: (id: PlanId) => void;
}

/** One plan of the library. */
export function PlanRow({ entry, selected, tabStop, span, now, onSelect, onOpen }: PlanRowProps) {
  const { t, i18n } = useTranslation(["library", "shell"]);
  const names = usePlanNames();
  const select = () => onSelect(entry.id);
  return (
    <tr
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      data-plan={entry.id}
      onClick={select}
      onFocus={select}
      onDoubleClick={() => onOpen(entry.id)}
    >
      <td>
        <b title={entry.title}>{entry.title}</b>
        <div className="meta">
          <span title={names.place(entry)}>{names.place(entry)}</span>
          <Tag dashed={entry.status !== "issued"}>{t(`shell:status.${entry.status}`)}</Tag>
        </div>
      </td>
      <td>
        <span className="period">{t("shell:period", { ...entry.period })}</span>
        <PeriodBar period={entry.period} span={span} draft={entry.status === "draft"} />
      </td>
      <td className="num large">{entry.indicatorCount}</td>
      <td className="num large">{entry.targetCount}</td>
      <td>
        {entry.highlight === null ? (
          <NoHighlight />
        ) : (
          <HighlightCell highlight={entry.highlight} span={span} />
        )}
      </td>
      <td className="muted small">
        {entry.origin === "bundled"
          ? t("library:table.bundled")
          : formatRecent(entry.updatedAt, now, i18n.language)}
      </td>
    </tr>
  );
}

function NoHighlight() {
  const { t } = useTranslation("library");
  return <span className="muted small">{t("table.noHighlight")}</span>;
}

function HighlightCell({ highlight, span }: { readonly highlight: Highlight; readonly span: YearSpan }) {
  const { t } = useTranslation("library");
  const { name, unit } = highlight;
  return (
    <div className="highlight">
      <Sparkline highlight={highlight} span={span} />
      <div>
        <span className="muted small" title={name}>
          {unit === "" ? name : t("table.indicatorUnit", { name, unit })}
        </span>
        <span>
          {highlightText(highlight, (floor, stretch) => t("table.floorStretch", { floor, stretch }))}
        </span>
      </div>
    </div>
  );
}
