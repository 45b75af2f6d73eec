import { useTranslation } from "react-i18next";
import type { Report, ReportBlock } from "#core/report/report.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import type { Pages } from "./use-pages.ts";

interface OutlineEntry {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
  readonly icon: IconName | null;
  readonly todo: boolean;
}

interface OutlinePaneProps {
  readonly report: Report;
  readonly pages: Pages;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

/** The headings, tables and figures of a report with their pages; what is still to be written says so. */
export function OutlinePane({ report, pages, current, onOpen }: OutlinePaneProps) {
  const { t } = useTranslation("report");
  return (
    <nav className="report-outline" aria-label={t("outline")}>
      <h2>{t("outline")}</h2>
      {outlineEntries(report).map(({ id, depth, text, icon, todo }) => (
        <button
          key={id}
          type="button"
          className={todo ? "todo" : ""}
          aria-current={id === current}
          style={{ paddingLeft: `${4 + depth * 16}px` }}
          title={text}
          onClick={() => onOpen(id)}
        >
          {icon === null ? null : <Icon name={icon} size={14} />}
          <span>{text}</span>
          <small>{todo ? t("todo") : (pages.pageOf.get(id) ?? "")}</small>
        </button>
      ))}
    </nav>
  );
}

function outlineEntries({ blocks }: Report): readonly OutlineEntry[] {
  let depth = 0;
  return blocks.flatMap((block, at): OutlineEntry[] => {
    switch (block.kind) {
      case "heading": {
        depth = block.level;
        const entry = { id: block.id, depth: depth - 1, text: block.number + block.text, icon: null };
        return [{ ...entry, todo: onlyGap(blocks[at + 1]) }];
      }
      case "table":
        return [{ id: block.id, depth, text: block.caption, icon: "grid", todo: false }];
      case "chart":
        return [{ id: block.id, depth, text: block.caption, icon: "chart", todo: false }];
      default:
        return [];
    }
  });
}

const onlyGap = (next: ReportBlock | undefined): boolean => next?.kind === "gap";
