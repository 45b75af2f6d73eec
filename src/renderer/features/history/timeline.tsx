import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "#core/history/journal-entry.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import { formatDay, formatTime } from "../../i18n/format-time.ts";
import { entryText } from "../../i18n/history-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { entrySubject, namesOfRun } from "./entry-subject.ts";
import { type TimelineItem, timelineDays } from "./timeline-items.ts";
import { sameView, type View, viewOf } from "./view.ts";

interface TimelineProps {
  /** The newest first. */
  readonly entries: readonly JournalEntry[];
  readonly versions: readonly NamedVersion[];
  /** Entries that are not read yet. */
  readonly earlier: number;
  readonly nameOf: (indicator: IndicatorId) => string | null;
  /** The cell whose history is shown alone, as it is called; `null` for all. */
  readonly only: string | null;
  readonly onAll: () => void;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onEarlier: () => void;
}

/** What was done, day by day, the newest first; arrow keys move, Enter or a click chooses. */
export function Timeline(props: TimelineProps) {
  const { entries, versions, only, earlier, onAll, onEarlier } = props;
  const { t, i18n } = useTranslation("history");
  const locale = i18n.language;
  const days = useMemo(
    () => timelineDays(entries, versions, (at) => formatDay(at, locale)),
    [entries, versions, locale],
  );
  return (
    <nav
      className="timeline"
      aria-label={t("timeline.label")}
      data-region
      tabIndex={-1}
      onKeyDown={moveByKey}
    >
      {only === null ? null : (
        <div className="timeline-only">
          <p title={only}>{only}</p>
          <Button variant="quiet" icon="close" onClick={onAll}>
            {t("timeline.all")}
          </Button>
        </div>
      )}
      {only !== null && days.length === 0 ? <p className="timeline-none">{t("cell.none")}</p> : null}
      {days.map(({ at, items }) => (
        <section key={at}>
          <h2>{formatDay(at, locale)}</h2>
          <ol>
            {items.map((item) => (
              <ItemLine key={keyOf(item)} item={item} {...props} />
            ))}
          </ol>
        </section>
      ))}
      {earlier === 0 ? null : (
        <Button className="earlier" variant="quiet" onClick={onEarlier}>
          {t("timeline.earlier", { count: earlier })}
        </Button>
      )}
    </nav>
  );
}

function keyOf(item: TimelineItem): string {
  switch (item.kind) {
    case "entry":
      return `entry ${item.entry.seq}`;
    case "run":
      return `run ${item.entries.at(-1)?.seq}`;
    case "version":
      return `version ${item.version.seq}`;
  }
}

type LineProps = TimelineProps & { readonly item: TimelineItem };

function ItemLine({ item, ...props }: LineProps) {
  const { t } = useTranslation("history");
  const [open, setOpen] = useState(false);
  if (item.kind !== "run") {
    return (
      <li>
        <ItemButton item={item} {...props} />
      </li>
    );
  }
  const label = t(open ? "timeline.close" : "timeline.open", { count: item.entries.length });
  return (
    <li className="run">
      <ItemButton item={item} {...props} />
      <Button
        variant="quiet"
        icon={open ? "up" : "down"}
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open ? (
        <ol>
          {item.entries.map((entry) => (
            <li key={entry.seq}>
              <ItemButton item={{ kind: "entry", entry }} {...props} />
            </li>
          ))}
        </ol>
      ) : null}
    </li>
  );
}

function ItemButton({ item, view, onView, nameOf }: LineProps) {
  const { t, i18n } = useTranslation(["history", "grid"]);
  const own = viewOf(item);
  const { at, author } = item.kind === "version" ? item.version : (newestOf(item) ?? { at: 0, author: null });
  const time = formatTime(at, i18n.language);
  const text = itemText(item);
  return (
    <button
      type="button"
      className={`timeline-item ${item.kind}`}
      aria-pressed={sameView(own, view)}
      onClick={() => onView(own)}
    >
      <Icon name={iconOf(item)} size={14} />
      <span className="what" title={text}>
        {text}
      </span>
      <span className="when">{author === null ? time : t("history:by", { time, author })}</span>
    </button>
  );

  function itemText(line: TimelineItem): string {
    if (line.kind === "version") return t("history:timeline.version", { name: line.version.name });
    if (line.kind === "run") {
      const run = t("history:timeline.run", { count: line.entries.length });
      const names = namesOfRun(line.entries, nameOf).join(t("history:deed.join"));
      return names === "" ? run : `${run} · ${names}`;
    }
    const subject = entrySubject(line.entry, nameOf, t);
    return [entryText(line.entry, t), subject].filter((part) => part !== null).join(" · ");
  }
}

function newestOf(item: Exclude<TimelineItem, { readonly kind: "version" }>): JournalEntry | undefined {
  return item.kind === "run" ? item.entries[0] : item.entry;
}

function iconOf(item: TimelineItem): IconName {
  if (item.kind === "version") return "flag";
  if (item.kind === "run") return "rename";
  const { entry } = item;
  switch (entry.kind) {
    case "undo":
    case "redo":
      return entry.kind;
    case "create":
      return "plus";
    case "do":
      return entry.deed.type === "restore" ? "history" : "rename";
    default:
      return "note";
  }
}

/** Arrow up and down, Home and End go from line to line. */
function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>(".timeline-item")];
  const at = lines.findIndex((line) => line === document.activeElement);
  const places = new Map([
    ["ArrowDown", Math.min(at + 1, lines.length - 1)],
    ["ArrowUp", Math.max(at - 1, 0)],
    ["Home", 0],
    ["End", lines.length - 1],
  ]);
  const next = places.get(event.key);
  if (next === undefined) return;
  event.preventDefault();
  lines[next]?.focus();
}
